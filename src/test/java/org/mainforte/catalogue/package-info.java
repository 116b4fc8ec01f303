@NullMarked
package org.mainforte.catalogue;

import org.jspecify.annotations.NullMarked;
