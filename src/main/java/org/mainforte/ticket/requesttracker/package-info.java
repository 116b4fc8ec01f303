/** Request Tracker 5 by REST 2. */
@NullMarked
package org.mainforte.ticket.requesttracker;

import org.jspecify.annotations.NullMarked;
