package org.mainforte.ticket;

import java.time.Instant;
import org.mainforte.kernel.SiteId;

/** A ticket went from one state to another; published in the transaction that stores it. */
public record TicketStateChanged(String reference, SiteId site, TicketState from, TicketState to, Instant at) {}
