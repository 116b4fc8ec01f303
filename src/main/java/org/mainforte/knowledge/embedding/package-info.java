/** Likeness of meaning, by vectors that an endpoint outside makes of texts; off until one is configured. */
@NullMarked
package org.mainforte.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
