package org.mainforte.ticket;

import java.util.List;
import java.util.Optional;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.Row;
import org.mainforte.catalogue.Wishes;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** What the person is told about a ticket just opened: what is recorded, and who is there when. Nothing more is promised. */
@Component
class TicketReceipts {
    private final DeskWords desk;

    TicketReceipts(DeskWords desk) {
        this.desk = desk;
    }

    Receipt opened(Ticket ticket, Confirmed confirmed) {
        Language language = confirmed.language();
        String text = Texts.get(language, "ticket.receipt." + ticket.state().written(), ticket.reference()) + " "
                + whoIsThere(ticket, confirmed) + " " + Texts.get(language, "ticket.receipt.no-delay");
        return receipt(
                ticket,
                language,
                text,
                new Row(
                        Texts.get(language, "ticket.urgency.label"),
                        ticket.urgency().label(language)));
    }

    private String whoIsThere(Ticket ticket, Confirmed confirmed) {
        boolean danger = ticket.urgency() == Urgency.URGENT
                && (ticket.category() == TicketCategory.SECURITY
                        || Wishes.mentions("emergency-battery", ticket.description()));
        return (danger ? desk.urgently(confirmed.language(), confirmed.at()) : Optional.<String>empty())
                .orElseGet(() -> desk.sentence(confirmed.language(), confirmed.at()));
    }

    Receipt callback(Ticket ticket, Confirmed confirmed) {
        Language language = confirmed.language();
        String text = Texts.get(language, "ticket.receipt.callback", ticket.reference()) + " "
                + desk.sentence(language, confirmed.at()) + " " + Texts.get(language, "ticket.receipt.no-call-time");
        return receipt(
                ticket,
                language,
                text,
                new Row(Texts.get(language, "ticket.phone.label"), phone(ticket.phone(), language)));
    }

    static String phone(@org.jspecify.annotations.Nullable String phone, Language language) {
        return phone == null ? Texts.get(language, "ticket.phone.none") : phone;
    }

    private static Receipt receipt(Ticket ticket, Language language, String text, Row last) {
        List<Row> details = List.of(
                new Row(Texts.get(language, "ticket.reference.label"), ticket.reference()),
                new Row(Texts.get(language, "ticket.title.label"), ticket.title()),
                new Row(
                        Texts.get(language, "ticket.category.label"),
                        ticket.category().label(language)),
                last);
        return new Receipt("ticket", ticket.reference(), null, details, text);
    }
}
