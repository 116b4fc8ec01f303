@NullMarked
package org.mainforte.equipment;

import org.jspecify.annotations.NullMarked;
