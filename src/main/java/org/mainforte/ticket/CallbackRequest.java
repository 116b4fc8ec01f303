package org.mainforte.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** A call from the service desk: a ticket marked for it, with the conversation, asked for without a single question. */
@Component
class CallbackRequest implements RequestKind<CallbackForm> {
    private final TicketDesk desk;
    private final DeskWords hours;
    private final TicketReceipts receipts;

    CallbackRequest(TicketDesk desk, DeskWords hours, TicketReceipts receipts) {
        this.desk = desk;
        this.hours = hours;
        this.receipts = receipts;
    }

    @Override
    public String id() {
        return "callback";
    }

    @Override
    public Class<CallbackForm> form() {
        return CallbackForm.class;
    }

    @Override
    public boolean asks(String field, Asking asking) {
        return field.equals("reason") || asking.value(field) != null;
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        return field.equals("reason") ? Texts.get(asking.language(), "ticket.reason.neutral") : null;
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return field.equals("reason");
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        return Saying.phone(utterance).map(phone -> Map.of("phone", phone)).orElse(Map.of());
    }

    @Override
    public List<Row> card(CallbackForm form, Asking asking) {
        Language language = asking.language();
        List<Row> rows = new ArrayList<>(List.of(
                row(language, "ticket.caller.label", Texts.get(language, "ticket.caller")),
                row(language, "ticket.earliest.label", hours.earliest(language, asking.now())),
                row(language, "ticket.reason.label", form.reason()),
                row(language, "ticket.phone.label", TicketReceipts.phone(form.phone(), language))));
        if (form.urgency() != null) {
            rows.add(row(language, "ticket.urgency.label", form.urgency().label(language)));
        }
        if (form.context() != null) {
            rows.add(row(language, "ticket.context.label", form.context()));
        }
        rows.add(row(language, "ticket.enclosed.label", Texts.get(language, "ticket.enclosed")));
        return rows;
    }

    private static Row row(Language language, String label, String value) {
        return new Row(Texts.get(language, label), value);
    }

    @Override
    public Receipt fulfil(CallbackForm form, Confirmed confirmed) {
        Ticket ticket = desk.open(
                new TicketDesk.Opening(
                        Saying.title(Texts.get(confirmed.language(), "ticket.callback.title", form.reason())),
                        TicketCategory.CALLBACK,
                        form.urgency() == null ? Urgency.NORMAL : form.urgency(),
                        null,
                        null,
                        form.reason(),
                        form.context(),
                        form.phone()),
                confirmed);
        return receipts.callback(ticket, confirmed);
    }
}
