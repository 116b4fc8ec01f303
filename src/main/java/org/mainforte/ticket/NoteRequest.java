package org.mainforte.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.CaseFile;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.markdown.Plain;
import org.springframework.stereotype.Component;

/** Adds something to one of one's own tickets; whoever works on it reads it there. */
@Component
class NoteRequest implements RequestKind<NoteForm> {
    private static final String ID = "ticket-note";

    private final Tickets tickets;
    private final TicketTalk talk;
    private final CaseFile caseFile;

    NoteRequest(Tickets tickets, TicketTalk talk, CaseFile caseFile) {
        this.tickets = tickets;
        this.talk = talk;
        this.caseFile = caseFile;
    }

    /** What can be done with a ticket that was just spoken of. */
    static List<Offer> offers(Ticket ticket, Language language) {
        return List.of(new Offer(
                Texts.get(language, "ticket.offer.note", ticket.reference()),
                Start.request(ID, Map.of("ticket", ticket.reference()))));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String proposalName() {
        return "ticket";
    }

    @Override
    public Class<NoteForm> form() {
        return NoteForm.class;
    }

    @Override
    public Optional<Refusal> refusedFor(Asking asking) {
        return options("ticket", asking).isEmpty() ? Optional.of(new Refusal(null, "ticket.none")) : Optional.empty();
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return field.equals("ticket")
                ? tickets.mine(asking.employee().id()).stream()
                        .filter(ticket -> ticket.state() != TicketState.CLOSED)
                        .limit(20)
                        .map(ticket -> new Option(ticket.reference(), ticket.reference() + " · " + ticket.title()))
                        .toList()
                : List.of();
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        List<Option> mine = options(field, asking);
        return mine.size() == 1 ? mine.getFirst().value() : null;
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return field.equals("ticket");
    }

    @Override
    public List<Row> card(NoteForm form, Asking asking) {
        Language language = asking.language();
        Ticket ticket = required(form, asking);
        return List.of(
                new Row(Texts.get(language, "ticket.note.ticket.label"), ticket.reference() + " · " + ticket.title()),
                new Row(Texts.get(language, "ticket.note.text.label"), form.text()));
    }

    private Ticket required(NoteForm form, Asking asking) {
        return tickets.find(form.ticket(), asking.employee().id())
                .orElseThrow(() -> new Refusal("ticket", "ticket.not-found"));
    }

    @Override
    public Receipt fulfil(NoteForm form, Confirmed confirmed) {
        Language language = confirmed.language();
        Ticket ticket = tickets.find(form.ticket(), confirmed.employee().id())
                .orElseThrow(() -> new Refusal("ticket", "ticket.not-found"));
        var note = new Note(
                confirmed.request(),
                ticket.reference(),
                Note.Author.EMPLOYEE,
                confirmed.employee().name(),
                form.text(),
                confirmed.at(),
                null);
        List<Enclosure> files = talk.said(note, filesSent(confirmed));
        return new Receipt(
                "ticket",
                ticket.reference(),
                null,
                List.of(new Row(Texts.get(language, "ticket.reference.label"), ticket.reference())),
                told(ticket, files, language));
    }

    /** What they have sent in this conversation; where else should it go? */
    private List<Enclosure> filesSent(Confirmed confirmed) {
        return confirmed.conversation() == null ? List.of() : caseFile.enclosures(confirmed.conversation());
    }

    private static String told(Ticket ticket, List<Enclosure> files, Language language) {
        String names = files.stream().map(file -> Plain.asMarkdown(file.name())).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Texts.get(language, "ticket.receipt.note", ticket.reference())
                : Texts.get(language, "ticket.receipt.note-with", ticket.reference(), names);
    }
}
