package org.mainforte.appointment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.OwnCases;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.site.Regime;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** Asks for an appointment with a technician of one's site. */
@Component
class BookKind implements RequestKind<AppointmentForm> {
    private final Sites sites;
    private final SlotChoice choice;
    private final Promises promises;
    private final Advice advice;
    private final Appointments appointments;
    private final Cards cards;
    private final OwnCases cases;

    BookKind(
            Sites sites,
            SlotChoice choice,
            Promises promises,
            Advice advice,
            Appointments appointments,
            Cards cards,
            OwnCases cases) {
        this.sites = sites;
        this.choice = choice;
        this.promises = promises;
        this.advice = advice;
        this.appointments = appointments;
        this.cards = cards;
        this.cases = cases;
    }

    @Override
    public String id() {
        return "appointment";
    }

    @Override
    public Class<AppointmentForm> form() {
        return AppointmentForm.class;
    }

    @Override
    public Optional<Refusal> refusedFor(Asking asking) {
        Optional<Site> site = sites.find(asking.employee().site());
        if (site.isEmpty()) {
            return Optional.of(new Refusal(null, "appointment.site-unknown"));
        }
        String name = site.get().name(asking.language());
        if (site.get().regime() == Regime.NONE) {
            return Optional.of(new Refusal(null, "appointment.no-visits", name));
        }
        // asked() and not outlook(): that nobody can come at all is the worst breach of the promise, and is raised as
        // one
        return promises.asked(asking.employee(), site.get(), asking.now())
                        .slots()
                        .isEmpty()
                ? Optional.of(new Refusal(null, "appointment.no-slot", name))
                : Optional.empty();
    }

    @Override
    public boolean asks(String field, Asking asking) {
        String value = asking.value(field);
        return switch (field) {
            case "ticket" -> value != null && cases.has(asking.employee(), value);
            case "wish" -> value != null;
            default -> true;
        };
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return field.equals("slot") ? choice.options(site(asking), asking) : List.of();
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        if (sites.find(asking.employee().site()).isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>(choice.understood(utterance, site(asking), asking));
        if (asking.value("reason") == null) {
            Reason.in(utterance).ifPresent(reason -> values.put("reason", reason));
        }
        return values;
    }

    @Override
    public Optional<String> advice(Asking asking) {
        return sites.find(asking.employee().site())
                .map(site -> advice.of(
                                site,
                                promises.asked(asking.employee(), site, asking.now()),
                                asking.language(),
                                asking.now())
                        + unmet(site, asking));
    }

    /** A wish that cannot be met is said before other slots are shown. */
    private String unmet(Site site, Asking asking) {
        return !choice.isUnmet(site, asking) ? "" : "\n\n" + Texts.get(asking.language(), "appointment.wish-unmet");
    }

    @Override
    public List<Row> card(AppointmentForm form, Asking asking) {
        Language language = asking.language();
        Slot slot = choice.required(site(asking), form.slot(), asking.now());
        List<Row> rows = new ArrayList<>();
        rows.add(Cards.row(language, "appointment.reason", form.reason()));
        rows.addAll(Cards.slot(slot, language));
        if (form.ticket() != null) {
            rows.add(Cards.row(language, "appointment.ticket", form.ticket()));
        }
        Cards.late(slot, asking).ifPresent(rows::add);
        return rows;
    }

    @Override
    public Receipt fulfil(AppointmentForm form, Confirmed confirmed) {
        var booking = new Booking(
                confirmed.employee(),
                confirmed.language(),
                form.slot(),
                form.reason(),
                form.ticket(),
                confirmed.request(),
                "",
                confirmed.at(),
                confirmed.conversation());
        Appointment booked = Cards.orRefused(() -> appointments.book(booking));
        String text = Texts.get(
                confirmed.language(),
                "appointment.booked",
                booked.reference(),
                Texts.moment(confirmed.language(), booked.start()));
        return cards.receipt(booked, confirmed.language(), text);
    }

    @Override
    public String proposalName() {
        return "appointment";
    }

    private Site site(Asking asking) {
        return sites.required(asking.employee().site());
    }
}
