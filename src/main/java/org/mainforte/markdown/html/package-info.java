/** Pages of an intranet export become articles: main content, sections, clean Markdown. Nothing of a page can run afterwards. */
@NullMarked
package org.mainforte.markdown.html;

import org.jspecify.annotations.NullMarked;
