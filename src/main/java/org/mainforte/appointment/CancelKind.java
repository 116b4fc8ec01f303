package org.mainforte.appointment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** Cancels one of one's own appointments. */
@Component
class CancelKind implements RequestKind<CancelForm> {
    private final Mine mine;
    private final Appointments appointments;
    private final Cards cards;

    CancelKind(Mine mine, Appointments appointments, Cards cards) {
        this.mine = mine;
        this.appointments = appointments;
        this.cards = cards;
    }

    @Override
    public String id() {
        return "appointment-cancel";
    }

    @Override
    public String proposalName() {
        return "appointment";
    }

    @Override
    public Class<CancelForm> form() {
        return CancelForm.class;
    }

    @Override
    public Optional<Refusal> refusedFor(Asking asking) {
        return mine.upcoming(asking).isEmpty()
                ? Optional.of(new Refusal(null, "appointment.nothing-to-cancel"))
                : mine.unknown(asking);
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return mine.options(asking);
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        return mine.only(asking);
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return true;
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        return asking.value("appointment") == null ? mine.understood(utterance, asking) : Map.of();
    }

    @Override
    public List<Row> card(CancelForm form, Asking asking) {
        Appointment appointment = mine.required(form.appointment(), asking);
        return List.of(
                Cards.row(asking.language(), "appointment.cancel", cards.line(appointment, asking.language())),
                Cards.row(asking.language(), "appointment.reason", appointment.reason()));
    }

    @Override
    public Receipt fulfil(CancelForm form, Confirmed confirmed) {
        String reference = Cards.own(appointments, form.appointment(), confirmed);
        Appointment cancelled = appointments.cancel(reference, confirmed.at());
        String text = Texts.get(
                confirmed.language(),
                "appointment.cancelled",
                cancelled.reference(),
                Texts.moment(confirmed.language(), cancelled.start()));
        return cards.receipt(cancelled, confirmed.language(), text);
    }
}
