package org.mainforte.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.mainforte.kernel.PersonId;
import org.mainforte.site.DemoFacts;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** The parts {@code equipment}, {@code parcels}, {@code lockers} and {@code returns} of the demo world. */
@Component
class EquipmentDemo implements DemoPart {
    private final Inventory inventory;
    private final Ledger ledger;
    private final Sites sites;
    private final Clock clock;

    EquipmentDemo(Inventory inventory, Ledger ledger, Sites sites, Clock clock) {
        this.inventory = inventory;
        this.ledger = ledger;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of("equipment", "parcels", "lockers", "returns");
    }

    @Override
    public void clear() {
        inventory.clear();
        ledger.clear();
    }

    @Override
    public void take(Map<String, Object> parts) {
        DemoFacts.list(parts, "equipment").forEach(this::asset);
        DemoFacts.list(parts, "parcels").forEach(this::parcel);
        DemoFacts.list(parts, "lockers").forEach(this::locker);
        DemoFacts.list(parts, "returns").forEach(this::giveBack);
    }

    private void asset(DemoFacts facts) {
        var asset = new Asset(
                facts.text("serial"),
                facts.text("model"),
                new PersonId(facts.text("owner")),
                facts.oneOf("state", List.of(Asset.State.values())));
        facts.nothingElse();
        if (inventory.knows(asset.serial())) {
            throw DemoFacts.invalid("equipment: the serial \"" + asset.serial() + "\" stands twice");
        }
        inventory.add(asset);
    }

    private void parcel(DemoFacts facts) {
        inventory.add(new Parcel(
                facts.text("request"),
                facts.text("serial"),
                new PersonId(facts.text("person")),
                facts.oneOf("state", List.of(Parcel.State.values())),
                facts.date("announced"),
                facts.optionalText("carrierState").orElse(null)));
        facts.nothingElse();
    }

    private void locker(DemoFacts facts) {
        inventory.add(new Locker(
                facts.site("site", sites),
                facts.text("compartment"),
                facts.text("item"),
                new PersonId(facts.text("person")),
                facts.optionalText("order").orElse(null),
                facts.flag("codeExpired")));
        facts.nothingElse();
    }

    private void giveBack(DemoFacts facts) {
        LocalDate date = facts.optionalText("date").isPresent() ? facts.date("date") : null;
        var back = new EquipmentReturn(
                facts.text("reference"),
                new PersonId(facts.text("person")),
                facts.text("serial"),
                facts.oneOf("mode", List.of(EquipmentReturn.Mode.values())),
                date,
                facts.text("state"),
                clock.instant());
        facts.nothingElse();
        if (ledger.hasReturn(back.reference())) {
            throw DemoFacts.invalid("returns: the reference \"" + back.reference() + "\" stands twice");
        }
        ledger.add(back, null);
    }
}
