package org.mainforte.ticket.embedded;

import java.util.Optional;
import org.mainforte.ticket.Ticket;
import org.mainforte.ticket.TicketState;
import org.mainforte.ticket.TicketSystem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** No outside system: our own table is where the desk reads the ticket, so that it is open as soon as it is stored. */
@Component
@ConditionalOnProperty(name = "mainforte.ticket.system", havingValue = "embedded", matchIfMissing = true)
public class EmbeddedTickets implements TicketSystem {
    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public Filed create(CaseToFile work) {
        return new Filed(TicketState.OPEN, null);
    }

    @Override
    public Optional<TicketState> state(Ticket.External external) {
        return Optional.empty();
    }
}
