package org.mainforte.ticket;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.mainforte.kernel.PersonId;
import org.mainforte.outside.Outbox;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.site.DemoFacts;
import org.springframework.stereotype.Component;

/** The part {@code tickets} of the demo world. The people must have been taken before: a ticket is at its person's site. */
@Component
class TicketDemo implements DemoPart {
    private final TicketStore store;
    private final Directory directory;
    private final Outbox outbox;
    private final Clock clock;

    TicketDemo(TicketStore store, Directory directory, Outbox outbox, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of("tickets");
    }

    @Override
    public void clear() {
        store.clear();
        outbox.clear(Filing.KIND);
        outbox.clear(NoteErrand.KIND);
    }

    @Override
    public void take(Map<String, Object> parts) {
        for (DemoFacts facts : DemoFacts.list(parts, "tickets")) {
            store.insert(ticket(facts), null, "");
            facts.nothingElse();
        }
    }

    private Ticket ticket(DemoFacts facts) {
        String reference = facts.text("reference");
        if (store.find(reference).isPresent()) {
            throw DemoFacts.invalid("tickets: the reference \"" + reference + "\" stands twice");
        }
        String person = facts.text("person");
        Employee employee = directory
                .find(new PersonId(person))
                .orElseThrow(() -> DemoFacts.invalid("tickets: there is no person \"" + person + "\""));
        String subject = facts.text("subject");
        return new Ticket(
                reference,
                employee.id(),
                employee.site(),
                Saying.title(subject),
                CategoryWords.of(subject).orElse(TicketCategory.OTHER),
                Urgency.NORMAL,
                facts.oneOf("state", List.of(TicketState.values())),
                null,
                null,
                null,
                subject,
                null,
                null,
                clock.instant(),
                null);
    }
}
