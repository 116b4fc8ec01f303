package org.mainforte.handover;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mainforte.catalogue.CaseNotes;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Message;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** Tells the ticket what became of it in a conversation with an agent: whoever goes on with it works there. */
@Component
class TicketWord {
    /** Of what was said, in characters; the beginning is left out first. */
    private static final int LONGEST = 6_000;

    private final Conversations conversations;
    private final Notes notes;
    private final CaseNotes ticketNotes;

    TicketWord(Conversations conversations, Notes notes, CaseNotes ticketNotes) {
        this.conversations = conversations;
        this.notes = notes;
        this.ticketNotes = ticketNotes;
    }

    /** Writes down how it ended, the internal notes, and what was said since the ticket was opened. */
    void leave(Handover ended, Employee agent, Outcome outcome) {
        String ticket = ended.ticket();
        if (ticket == null) {
            return;
        }
        Language language = agent.language();
        var word = new StringBuilder(Texts.get(
                language, "handover.word", agent.name(), Texts.get(language, "handover.outcome." + outcome.written())));
        String internal = notes.of(ended.conversation()).stream()
                .map(note -> note.agent() + " · " + note.text())
                .collect(Collectors.joining("\n"));
        part(word, Texts.get(language, "handover.word.notes"), internal);
        part(word, Texts.get(language, "handover.word.said"), said(ended, ticket, language));
        ticketNotes.leave(ticket, ended.conversation(), agent.name(), word.toString());
    }

    private static void part(StringBuilder word, String title, String text) {
        if (!text.isEmpty()) {
            word.append("\n\n").append(title).append("\n\n").append(text);
        }
    }

    /** The ticket itself has what was said before it was opened. */
    private String said(Handover ended, String ticket, Language language) {
        List<Message> messages = conversations.all(ended.conversation());
        int opened = IntStream.range(0, messages.size())
                .filter(at -> opens(messages.get(at), ticket))
                .reduce((first, last) -> last)
                .orElse(-1);
        String said = messages.stream()
                .skip(opened + 1L)
                .filter(message -> message.author().kind() != Message.Kind.SYSTEM)
                .map(message -> Texts.time(language, message.at().toZonedDateTime()) + " · "
                        + message.author().name() + " · " + message.text())
                .collect(Collectors.joining("\n"));
        return said.length() <= LONGEST ? said : "…" + said.substring(said.length() - LONGEST);
    }

    private static boolean opens(Message message, String ticket) {
        return message.receipt() != null && Objects.equals(message.receipt().reference(), ticket);
    }
}
