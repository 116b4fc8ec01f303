@NullMarked
package org.mainforte.ticket;

import org.jspecify.annotations.NullMarked;
