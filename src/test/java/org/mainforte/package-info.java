@NullMarked
package org.mainforte;

import org.jspecify.annotations.NullMarked;
