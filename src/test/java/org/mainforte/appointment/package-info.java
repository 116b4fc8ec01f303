@NullMarked
package org.mainforte.appointment;

import org.jspecify.annotations.NullMarked;
