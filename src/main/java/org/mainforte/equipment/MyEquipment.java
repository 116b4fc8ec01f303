package org.mainforte.equipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.equipment.RecordCheck.Finding;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** The devices and parcels recorded for the person, and what does not agree in these records. */
@Component
class MyEquipment implements Lookup {
    private static final int OFFERS = 4;

    private final Inventory inventory;
    private final ParcelWords parcels;
    private final RecordCheck check;

    MyEquipment(Inventory inventory, ParcelWords parcels, RecordCheck check) {
        this.inventory = inventory;
        this.parcels = parcels;
        this.check = check;
    }

    @Override
    public String id() {
        return "my-equipment";
    }

    @Override
    public Answer answer(Employee employee, Language language, Instant now, Map<String, String> values) {
        List<String> devices = inventory.with(employee.id()).stream()
                .map(asset -> Texts.get(
                        language,
                        "equipment.asset.line",
                        asset.name(),
                        Texts.get(language, "equipment.asset." + Written.of(asset.state()))))
                .toList();
        List<String> sent = inventory.parcels(employee.id()).stream()
                .map(parcel -> parcels.line(parcel, language))
                .toList();
        List<Finding> findings = check.of(employee, language, now);
        List<String> parts = new ArrayList<>();
        parts.add(
                devices.isEmpty()
                        ? Texts.get(language, "equipment.none")
                        : list(Texts.get(language, "equipment.mine"), devices));
        if (!sent.isEmpty()) {
            parts.add(list(Texts.get(language, "equipment.parcels"), sent));
        }
        if (!findings.isEmpty()) {
            parts.add(list(
                    Texts.get(language, "equipment.check"),
                    findings.stream().map(Finding::text).toList()));
        }
        return new Answer(String.join("\n\n", parts), offers(findings, devices.isEmpty(), language));
    }

    private static String list(String title, List<String> lines) {
        return title + "\n\n- " + String.join("\n- ", lines);
    }

    private static List<Offer> offers(List<Finding> findings, boolean nothing, Language language) {
        List<Offer> offers = new ArrayList<>(findings.stream()
                .flatMap(finding -> Stream.ofNullable(finding.offer()))
                .distinct()
                .limit(OFFERS)
                .toList());
        if (offers.isEmpty() && nothing) {
            offers.add(ParcelWords.ticket(
                    Texts.get(language, "equipment.offer.missing"),
                    "other",
                    Texts.get(language, "equipment.none-ticket")));
        }
        if (offers.isEmpty()) {
            offers.add(new Offer(Texts.get(language, "equipment.offer.order"), Start.request("order", Map.of())));
        }
        return offers;
    }
}
