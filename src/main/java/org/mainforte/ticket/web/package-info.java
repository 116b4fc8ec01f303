/** Tickets over HTTP. */
@NullMarked
package org.mainforte.ticket.web;

import org.jspecify.annotations.NullMarked;
