/** Redmine 5 by its REST interface. */
@NullMarked
package org.mainforte.ticket.redmine;

import org.jspecify.annotations.NullMarked;
