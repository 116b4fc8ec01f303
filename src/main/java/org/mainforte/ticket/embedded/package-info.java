/** The ticket system of an installation that has no other. */
@NullMarked
package org.mainforte.ticket.embedded;

import org.jspecify.annotations.NullMarked;
