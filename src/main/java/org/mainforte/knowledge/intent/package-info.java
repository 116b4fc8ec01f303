/** What a message is for, learnt from examples; the only user of LIBLINEAR. */
@NullMarked
package org.mainforte.knowledge.intent;

import org.jspecify.annotations.NullMarked;
