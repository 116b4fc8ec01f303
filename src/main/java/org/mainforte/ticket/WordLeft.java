package org.mainforte.ticket;

import java.time.Clock;
import java.util.UUID;
import org.mainforte.catalogue.CaseFile;
import org.mainforte.catalogue.CaseNotes;
import org.mainforte.kernel.ConversationId;
import org.springframework.stereotype.Component;

/** What an agent leaves in a ticket for whoever goes on with it: here, and in the ticket system as an internal comment. */
@Component
class WordLeft implements CaseNotes {
    private final TicketStore store;
    private final TicketTalk talk;
    private final CaseFile caseFile;
    private final Clock clock;

    WordLeft(TicketStore store, TicketTalk talk, CaseFile caseFile, Clock clock) {
        this.store = store;
        this.talk = talk;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void leave(String reference, ConversationId conversation, String author, String text) {
        store.find(reference)
                .map(ticket -> new Note(
                        UUID.randomUUID().toString(),
                        ticket.reference(),
                        Note.Author.AGENT,
                        author,
                        text,
                        clock.instant(),
                        null))
                .ifPresent(note -> talk.said(note, caseFile.enclosures(conversation)));
    }
}
