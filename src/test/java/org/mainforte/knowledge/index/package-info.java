@NullMarked
package org.mainforte.knowledge.index;

import org.jspecify.annotations.NullMarked;
