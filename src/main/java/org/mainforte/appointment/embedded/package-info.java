/** The calendar of an installation that has no other. */
@NullMarked
package org.mainforte.appointment.embedded;

import org.jspecify.annotations.NullMarked;
