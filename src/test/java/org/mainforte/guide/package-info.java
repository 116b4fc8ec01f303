@NullMarked
package org.mainforte.guide;

import org.jspecify.annotations.NullMarked;
