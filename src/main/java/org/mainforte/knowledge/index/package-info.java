/** The full-text index over the articles; the only user of Lucene. */
@NullMarked
package org.mainforte.knowledge.index;

import org.jspecify.annotations.NullMarked;
