@NullMarked
package org.mainforte.outside;

import org.jspecify.annotations.NullMarked;
