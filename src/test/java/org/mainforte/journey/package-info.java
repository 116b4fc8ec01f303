/** What employees live through, told through the HTTP contract: one journey a situation, in French and in English. */
@NullMarked
package org.mainforte.journey;

import org.jspecify.annotations.NullMarked;
