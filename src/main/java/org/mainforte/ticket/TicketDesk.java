package org.mainforte.ticket;

import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile;
import org.mainforte.catalogue.Confirmed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens tickets: one for a confirmed request, with the transcript and the files of its conversation. */
@Component
class TicketDesk {
    private final TicketStore store;
    private final Filing filing;
    private final CaseFile caseFile;
    private final ApplicationEventPublisher events;

    TicketDesk(TicketStore store, Filing filing, CaseFile caseFile, ApplicationEventPublisher events) {
        this.store = store;
        this.filing = filing;
        this.caseFile = caseFile;
        this.events = events;
    }

    /** What the person confirmed, in the words of the ticket. */
    record Opening(
            String title,
            TicketCategory category,
            Urgency urgency,
            @Nullable String equipment,
            @Nullable String room,
            String description,
            @Nullable String context,
            @Nullable String phone) {}

    /** The ticket of this request: opened now, or the one that an earlier attempt opened. Call it in a transaction. */
    Ticket open(Opening opening, Confirmed confirmed) {
        return store.byRequest(confirmed.request()).orElseGet(() -> opened(opening, confirmed));
    }

    private Ticket opened(Opening opening, Confirmed confirmed) {
        Ticket ticket = new Ticket(
                store.nextReference(),
                confirmed.employee().id(),
                confirmed.employee().site(),
                opening.title(),
                opening.category(),
                opening.urgency(),
                TicketState.RECORDED,
                opening.equipment(),
                opening.room(),
                confirmed.conversation(),
                opening.description(),
                opening.context(),
                opening.phone(),
                confirmed.at(),
                null);
        keep(ticket, confirmed);
        events.publishEvent(TicketOpened.of(ticket));
        return filing.take(ticket);
    }

    private void keep(Ticket ticket, Confirmed confirmed) {
        var conversation = confirmed.conversation();
        if (conversation == null) {
            store.insert(ticket, confirmed.request(), "");
            return;
        }
        store.insert(ticket, confirmed.request(), caseFile.transcript(conversation, confirmed.language()));
        caseFile.enclosures(conversation).forEach(file -> store.enclose(ticket.reference(), file, null));
    }
}
