package org.mainforte.ticket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile;

/** The system in which the service desk works on tickets. */
public interface TicketSystem {
    /**
     * Whether creating a ticket only writes to our own database. It is then done in the same transaction as the ticket;
     * otherwise after commit, with retries, and the ticket is {@link TicketState#RECORDED} until it is accepted.
     */
    boolean immediate();

    /**
     * Creates the ticket there. The ticket's reference is the idempotency key: a second call with the same reference must find
     * what the first one created, also when the answer to the first was lost.
     *
     * @throws RuntimeException when the system did not accept it or could not be asked; it is tried again later
     */
    Filed create(CaseToFile work);

    /** Where the ticket stands there now; empty when the system does not say. */
    Optional<TicketState> state(Ticket.External external);

    /** Everything the desk needs. {@code transcript} is empty when there was no conversation or it was erased. */
    record CaseToFile(Ticket ticket, String transcript, List<CaseFile.Enclosure> enclosures) {}

    /** What became of it. {@code external} is null when the ticket lives in our own database only. */
    record Filed(TicketState state, Ticket.@Nullable External external) {}
}
