package org.mainforte.knowledge.index;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What may be found.
 *
 * @param site the reader's site, null when it does not matter: then what concerns single sites is found too
 * @param today the day of asking
 */
public record Scope(@Nullable String site, LocalDate today) {}
