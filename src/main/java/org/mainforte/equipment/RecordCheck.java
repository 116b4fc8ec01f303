package org.mainforte.equipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.equipment.Parcel.State;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/**
 * Compares parcels, serial numbers and the inventory of one person. What does not agree is said as a fact about the records,
 * never as something the person did, and the correction is offered.
 */
@Component
class RecordCheck {
    private final Inventory inventory;
    private final Ledger ledger;
    private final ParcelWords words;

    RecordCheck(Inventory inventory, Ledger ledger, ParcelWords words) {
        this.inventory = inventory;
        this.ledger = ledger;
        this.words = words;
    }

    /** Something that does not agree, in words, and what may be done about it. */
    record Finding(String text, @Nullable Offer offer) {}

    List<Finding> of(Employee employee, Language language, Instant now) {
        List<Parcel> computers = computers(employee);
        List<Asset> assets = inventory.with(employee.id());
        List<Finding> findings = new ArrayList<>();
        for (Parcel parcel : computers) {
            late(parcel, employee, language, now, findings);
            unlisted(parcel, assets, language, findings);
        }
        twice(computers, language, findings);
        for (Asset asset : assets) {
            old(asset, employee, language, findings);
        }
        return findings;
    }

    /** Parcels with a device, not those of ordered accessories. */
    private List<Parcel> computers(Employee employee) {
        Set<String> orders = ledger.orders(employee.id()).stream()
                .map(AccessoryOrder::reference)
                .collect(Collectors.toSet());
        return inventory.parcels(employee.id()).stream()
                .filter(parcel -> !orders.contains(parcel.request()))
                .toList();
    }

    private void late(Parcel parcel, Employee employee, Language language, Instant now, List<Finding> findings) {
        words.trouble(parcel, employee, language, now).ifPresent(offer -> {
            String key = parcel.state() == State.LOST ? "equipment.check.lost" : "equipment.check.stuck";
            findings.add(new Finding(
                    Texts.get(
                            language,
                            key,
                            parcel.request(),
                            Texts.day(language, parcel.announced()),
                            String.valueOf(ParcelWords.PATIENCE)),
                    offer));
        });
    }

    private static void unlisted(Parcel parcel, List<Asset> assets, Language language, List<Finding> findings) {
        if (parcel.state() == State.DELIVERED && assets.stream().noneMatch(asset -> asset.has(parcel.serial()))) {
            String text = Texts.get(language, "equipment.check.unlisted", parcel.request(), parcel.serial());
            String description =
                    Texts.get(language, "equipment.check.unlisted-ticket", parcel.request(), parcel.serial());
            findings.add(new Finding(text, correction(description, parcel.serial(), language)));
        }
    }

    /** A first parcel that was lost and its replacement are not two. */
    private static void twice(List<Parcel> computers, Language language, List<Finding> findings) {
        List<String> sent = computers.stream()
                .filter(parcel -> parcel.state() != State.LOST)
                .map(parcel -> Serial.plain(parcel.serial()))
                .toList();
        if (sent.size() > 1) {
            String serials = String.join(", ", sent);
            findings.add(new Finding(
                    Texts.get(language, "equipment.check.twice", String.valueOf(sent.size()), serials),
                    ParcelWords.ticket(
                            Texts.get(language, "equipment.offer.twice"),
                            "delivery",
                            Texts.get(
                                    language, "equipment.check.twice-ticket", String.valueOf(sent.size()), serials))));
        }
    }

    private void old(Asset asset, Employee employee, Language language, List<Finding> findings) {
        if (asset.state() == Asset.State.UNKNOWN) {
            findings.add(new Finding(
                    Texts.get(language, "equipment.check.unknown", asset.name()),
                    correction(
                            Texts.get(language, "equipment.check.unknown-ticket", asset.name()),
                            asset.serial(),
                            language)));
        }
        if (asset.state() == Asset.State.TO_RETURN) {
            findings.add(ledger.returns(employee.id()).stream()
                    .filter(back -> back.under() && asset.has(back.serial()))
                    .findFirst()
                    .map(back -> new Finding(
                            Texts.get(
                                    language,
                                    "equipment.check.returning",
                                    asset.name(),
                                    back.reference(),
                                    back.stateLabel(language)),
                            null))
                    .orElseGet(() -> toReturn(asset, language)));
        }
    }

    private static Finding toReturn(Asset asset, Language language) {
        return new Finding(
                Texts.get(language, "equipment.check.to-return", asset.name()),
                new Offer(
                        Texts.get(language, "equipment.offer.return", asset.serial()),
                        Start.request("return", Map.of("serial", asset.serial()))));
    }

    private static Offer correction(String description, String serial, Language language) {
        return ParcelWords.ticket(Texts.get(language, "equipment.offer.correct", serial), "other", description);
    }
}
