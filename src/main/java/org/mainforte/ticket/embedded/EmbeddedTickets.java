package org.mainforte.ticket.embedded;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.ticket.Ticket;
import org.mainforte.ticket.TicketSystem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** No outside system: our own table is where the desk reads the ticket, so that it is open as soon as it is stored. */
@Component
@ConditionalOnProperty(name = "mainforte.ticket.system", havingValue = "embedded", matchIfMissing = true)
public class EmbeddedTickets implements TicketSystem {
    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public Filed create(CaseToFile work, boolean again) {
        throw nothingOutside();
    }

    @Override
    public String add(Ticket.External external, NoteToFile note, boolean again) {
        throw nothingOutside();
    }

    @Override
    public Touched touched(@Nullable String position) {
        throw nothingOutside();
    }

    @Override
    public Seen read(String id, Set<String> known) {
        throw nothingOutside();
    }

    private static IllegalStateException nothingOutside() {
        return new IllegalStateException("An immediate system is never asked");
    }
}
