package org.mainforte.ticket;

import java.util.List;
import java.util.UUID;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.ticket.embedded.EmbeddedTickets;

class EmbeddedTicketsTest extends TicketSystemContract {
    @Override
    protected TicketSystem system() {
        return new EmbeddedTickets();
    }

    @Override
    protected Bench bench() {
        return new Bench() {
            @Override
            public List<String> withKey(String key) {
                return house.store.byRequest(key).stream()
                        .map(Ticket::reference)
                        .toList();
            }

            @Override
            public String words(Ticket ticket) {
                var words = new StringBuilder(
                        CaseText.of(ticket, TicketHouse.CLAIRE, house.store.transcript(ticket.reference())));
                house.notes
                        .of(ticket.reference())
                        .forEach(note -> words.append('\n')
                                .append(note.name())
                                .append(' ')
                                .append(note.text()));
                return words.toString();
            }

            @Override
            public List<String> files(Ticket ticket) {
                return house.store.enclosures(ticket.reference()).stream()
                        .map(Enclosure::name)
                        .toList();
            }

            @Override
            public void reply(Ticket ticket, String text) {
                house.desk.reply(ticket.reference(), UUID.randomUUID(), "Alan Perrin", text);
            }

            @Override
            public void comment(Ticket ticket, String text) {
                // our own tickets have no internal comments
            }

            @Override
            public void become(Ticket ticket, TicketState state) {
                house.desk.become(ticket.reference(), state);
            }
        };
    }
}
