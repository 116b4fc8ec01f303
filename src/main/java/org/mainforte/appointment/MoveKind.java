package org.mainforte.appointment;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.site.Half;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** Moves one of one's own appointments to another slot of its site. */
@Component
class MoveKind implements RequestKind<MoveForm> {
    private final Sites sites;
    private final Mine mine;
    private final SlotChoice choice;
    private final Appointments appointments;
    private final Cards cards;

    MoveKind(Sites sites, Mine mine, SlotChoice choice, Appointments appointments, Cards cards) {
        this.sites = sites;
        this.mine = mine;
        this.choice = choice;
        this.appointments = appointments;
        this.cards = cards;
    }

    @Override
    public String id() {
        return "appointment-move";
    }

    @Override
    public String proposalName() {
        return "appointment";
    }

    @Override
    public Class<MoveForm> form() {
        return MoveForm.class;
    }

    @Override
    public Optional<Refusal> refusedFor(Asking asking) {
        return mine.upcoming(asking).isEmpty()
                ? Optional.of(new Refusal(null, "appointment.nothing-to-move"))
                : mine.unknown(asking);
    }

    @Override
    public boolean asks(String field, Asking asking) {
        return !field.equals("wish") || asking.value("wish") != null;
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return switch (field) {
            case "appointment" -> mine.options(asking);
            case "slot" ->
                mine.chosen(asking)
                        .map(one -> choice.options(site(one), asking))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        return field.equals("appointment") ? mine.only(asking) : null;
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return field.equals("appointment");
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        Map<String, String> values = new LinkedHashMap<>();
        if (asking.value("appointment") == null) {
            values.putAll(
                    mine.only(asking) == null ? mine.understood(utterance, asking) : mine.stranger(utterance, asking));
        }
        Map<String, String> known = new LinkedHashMap<>(asking.values());
        known.putAll(values);
        mine.chosen(asking.with(known))
                .filter(one -> !onlyNames(one, utterance, asking))
                .ifPresent(one -> values.putAll(choice.understood(utterance, site(one), asking)));
        return values;
    }

    /** Whether the only day spoken of is the appointment's own: “move my visit of Monday” says nothing of where to. */
    private boolean onlyNames(Appointment appointment, String utterance, Asking asking) {
        LocalDate today = asking.now().atZone(ActingClock.PARIS).toLocalDate();
        ZonedDateTime start = appointment.start().atZone(ActingClock.PARIS);
        Half half = site(appointment).half(start.toLocalTime());
        return Wish.days(utterance, today).equals(List.of(start.toLocalDate()))
                && Wish.read(utterance, today)
                        .filter(wish -> wish.fits(start, half))
                        .isPresent();
    }

    @Override
    public List<Row> card(MoveForm form, Asking asking) {
        Appointment before = mine.required(form.appointment(), asking);
        Slot slot = choice.required(site(before), form.slot(), asking.now());
        List<Row> rows = new ArrayList<>();
        rows.add(Cards.row(asking.language(), "appointment.before", cards.line(before, asking.language())));
        rows.addAll(Cards.slot(slot, asking.language()));
        Cards.late(slot, asking).ifPresent(rows::add);
        return rows;
    }

    @Override
    public Receipt fulfil(MoveForm form, Confirmed confirmed) {
        String reference = Cards.own(appointments, form.appointment(), confirmed);
        Appointment moved =
                Cards.orRefused(() -> appointments.move(reference, form.slot(), confirmed.request(), confirmed.at()));
        String text = Texts.get(
                confirmed.language(),
                "appointment.moved",
                moved.reference(),
                Texts.moment(confirmed.language(), moved.start()));
        return cards.receipt(moved, confirmed.language(), text);
    }

    private Site site(Appointment appointment) {
        return sites.required(appointment.site());
    }
}
