package org.mainforte.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;
import org.mainforte.ticket.DeskTickets;
import org.mainforte.ticket.Ticket;
import org.mainforte.ticket.TicketCategory;
import org.mainforte.ticket.TicketState;
import org.mainforte.ticket.Urgency;

/** A ticket as agents see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeskTicketPage(
        Line ticket,
        boolean ours,
        String description,
        @Nullable String context,
        @Nullable String phone,
        @Nullable String equipment,
        @Nullable String room,
        String transcript,
        List<File> files,
        List<TicketPage.Said> notes,
        Ticket.@Nullable External external) {
    /** @param category in words of the reader's language @param answered whether the desk had the last word */
    record Line(
            String reference,
            String title,
            String category,
            Urgency urgency,
            TicketState state,
            String site,
            String person,
            OffsetDateTime createdAt,
            boolean answered) {
        static Line of(DeskTickets.Line line, Language language) {
            Ticket ticket = line.ticket();
            TicketCategory category = ticket.category();
            return new Line(
                    ticket.reference(),
                    ticket.title(),
                    category.label(language),
                    ticket.urgency(),
                    ticket.state(),
                    ticket.site().value(),
                    Optional.ofNullable(line.person())
                            .map(Employee::name)
                            .orElse(ticket.person().value()),
                    ticket.createdAt().atZone(ActingClock.PARIS).toOffsetDateTime(),
                    line.answered());
        }
    }

    record File(String id, String name, String type) {}

    static DeskTicketPage of(DeskTickets.Dossier dossier, Language language) {
        Ticket ticket = dossier.line().ticket();
        Employee person = dossier.line().person();
        return new DeskTicketPage(
                Line.of(dossier.line(), language),
                dossier.ours(),
                ticket.description(),
                ticket.context(),
                ticket.phone() != null || person == null ? ticket.phone() : person.phone(),
                ticket.equipment(),
                ticket.room(),
                dossier.transcript(),
                dossier.files().stream()
                        .map(file -> new File(file.id(), file.name(), file.type()))
                        .toList(),
                dossier.notes().stream().map(TicketPage::said).toList(),
                ticket.external());
    }
}
