@NullMarked
package org.mainforte.knowledge;

import org.jspecify.annotations.NullMarked;
