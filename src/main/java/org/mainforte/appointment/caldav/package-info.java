/** Technicians' calendars by CalDAV (RFC 4791). */
@NullMarked
package org.mainforte.appointment.caldav;

import org.jspecify.annotations.NullMarked;
