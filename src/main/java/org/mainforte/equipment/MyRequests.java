package org.mainforte.equipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** The person's orders, returns and lockers, with the parcels that belong to them. {@code reference} narrows it to one. */
@Component
class MyRequests implements Lookup {
    private final Ledger ledger;
    private final Inventory inventory;
    private final SiteVisits visits;
    private final ParcelWords parcels;

    MyRequests(Ledger ledger, Inventory inventory, SiteVisits visits, ParcelWords parcels) {
        this.ledger = ledger;
        this.inventory = inventory;
        this.visits = visits;
        this.parcels = parcels;
    }

    @Override
    public String id() {
        return "my-requests";
    }

    /** A line about something, and what may be done about it. */
    private record Line(String about, String text, @Nullable Offer offer) {}

    @Override
    public Answer answer(Employee employee, Language language, Instant now, Map<String, String> values) {
        String reference = values.get("reference");
        List<Line> lines = lines(employee, language, now).stream()
                .filter(line -> reference == null || same(line.about(), reference))
                .toList();
        List<Offer> offers = new ArrayList<>();
        lines.stream().flatMap(line -> Stream.ofNullable(line.offer())).limit(3).forEach(offers::add);
        if (lines.isEmpty()) {
            String none = reference == null ? "equipment.requests.none" : "equipment.requests.not-found";
            offers.add(new Offer(Texts.get(language, "equipment.offer.order"), Start.request("order", Map.of())));
            return new Answer(Texts.get(language, none), offers);
        }
        List<String> text = lines.stream().map(line -> "- " + line.text()).toList();
        return new Answer(Texts.get(language, "equipment.requests") + "\n\n" + String.join("\n", text), offers);
    }

    private static boolean same(String one, String other) {
        return one.equals(other.strip().toUpperCase(Locale.ROOT));
    }

    private List<Line> lines(Employee employee, Language language, Instant now) {
        List<Parcel> sent = new ArrayList<>(inventory.parcels(employee.id()));
        List<Line> lines = new ArrayList<>();
        for (AccessoryOrder order : ledger.orders(employee.id())) {
            lines.add(order(order, parcelOf(order.reference(), sent), employee, language, now));
        }
        for (EquipmentReturn back : ledger.returns(employee.id())) {
            lines.add(returned(back, employee, language));
        }
        for (Locker locker : inventory.lockers(employee.id())) {
            lines.add(locker(locker, language));
        }
        sent.forEach(parcel -> lines.add(new Line(
                parcel.request().toUpperCase(Locale.ROOT),
                parcels.line(parcel, language),
                parcels.trouble(parcel, employee, language, now).orElse(null))));
        return lines;
    }

    private static Optional<Parcel> parcelOf(String reference, List<Parcel> sent) {
        Optional<Parcel> parcel = sent.stream()
                .filter(one -> one.request().equalsIgnoreCase(reference))
                .findFirst();
        parcel.ifPresent(sent::remove);
        return parcel;
    }

    private Line order(
            AccessoryOrder order, Optional<Parcel> parcel, Employee employee, Language language, Instant now) {
        String where = order.handover() == AccessoryOrder.Handover.ON_SITE
                ? Texts.get(language, "equipment.order.on-site")
                : Texts.get(language, "equipment.order.to", String.valueOf(order.address()));
        String text = Texts.get(
                language,
                order.priority() ? "equipment.order.line-priority" : "equipment.order.line",
                order.reference(),
                order.item().label(language),
                Texts.moment(language, order.createdAt()),
                where);
        String state = parcel.map(sent -> parcels.state(sent, language))
                .orElseGet(() -> Texts.get(language, "equipment.order.no-parcel"));
        return new Line(
                order.reference(),
                text + " " + state,
                parcel.flatMap(sent -> parcels.trouble(sent, employee, language, now))
                        .orElse(null));
    }

    private Line returned(EquipmentReturn back, Employee employee, Language language) {
        String device = inventory.with(employee.id()).stream()
                .filter(asset -> asset.has(back.serial()))
                .map(Asset::name)
                .findFirst()
                .orElse(back.serial());
        String when = back.date() == null ? "" : ", " + Texts.day(language, back.date());
        String text = Texts.get(
                language,
                "equipment.return.line",
                back.reference(),
                device,
                Texts.get(language, "equipment.mode." + Written.of(back.mode())) + when,
                back.stateLabel(language));
        return new Line(back.reference().toUpperCase(Locale.ROOT), text, back.under() ? change(back, language) : null);
    }

    private static Offer change(EquipmentReturn back, Language language) {
        String how = OwnReturns.PICKED_UP.test(back) ? "move" : "cancel";
        return new Offer(
                Texts.get(language, "equipment.return.offer." + how, back.reference()),
                Start.request("return-" + how, Map.of("reference", back.reference())));
    }

    private Line locker(Locker locker, Language language) {
        String site = visits.site(locker.site())
                .map(here -> here.name(language))
                .orElse(locker.site().value());
        String text = Texts.get(language, "equipment.locker.line", locker.compartment(), site, locker.item());
        String about = locker.order() == null ? locker.compartment() : locker.order();
        if (!locker.codeExpired()) {
            return new Line(about.toUpperCase(Locale.ROOT), text, null);
        }
        String description =
                Texts.get(language, "equipment.locker.expired-ticket", locker.compartment(), site, locker.item());
        return new Line(
                about.toUpperCase(Locale.ROOT),
                text + " " + Texts.get(language, "equipment.locker.expired"),
                new Offer(
                        Texts.get(language, "equipment.locker.new-code"),
                        Start.request("ticket", Map.of("category", "delivery", "description", description))));
    }
}
