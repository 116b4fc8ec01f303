@NullMarked
package org.mainforte.kernel;

import org.jspecify.annotations.NullMarked;
