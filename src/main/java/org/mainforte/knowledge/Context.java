package org.mainforte.knowledge;

import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.SiteId;

/**
 * Who asks, after what.
 *
 * @param site where the person works
 * @param lastArticle the id of the article answered from last, null at the beginning
 */
public record Context(SiteId site, @Nullable String lastArticle) {}
