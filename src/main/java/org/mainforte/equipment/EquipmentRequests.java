package org.mainforte.equipment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.equipment.EquipmentRequest.Sent;
import org.mainforte.kernel.PersonId;
import org.springframework.stereotype.Component;

/** The orders and returns of a person. Somebody else's is as if it did not exist. */
@Component
public class EquipmentRequests {
    private final Ledger ledger;
    private final Inventory inventory;

    EquipmentRequests(Ledger ledger, Inventory inventory) {
        this.ledger = ledger;
        this.inventory = inventory;
    }

    /** All of this person, the newest first. */
    public List<EquipmentRequest> mine(PersonId person) {
        List<Parcel> parcels = inventory.parcels(person);
        Stream<EquipmentRequest> orders = ledger.orders(person).stream()
                .map(order -> EquipmentRequest.of(order, sent(parcels, order.reference())));
        Stream<EquipmentRequest> returns =
                ledger.returns(person).stream().map(back -> EquipmentRequest.of(back, sent(parcels, back.reference())));
        return Stream.concat(orders, returns)
                .sorted(Comparator.comparing(EquipmentRequest::createdAt).reversed())
                .toList();
    }

    /** One of this person's; case does not matter. */
    public Optional<EquipmentRequest> find(String reference, PersonId person) {
        return mine(person).stream()
                .filter(request -> request.reference().equalsIgnoreCase(reference.strip()))
                .findFirst();
    }

    private static @Nullable Sent sent(List<Parcel> parcels, String reference) {
        return parcels.stream()
                .filter(parcel -> parcel.request().equalsIgnoreCase(reference))
                .findFirst()
                .map(Sent::of)
                .orElse(null);
    }
}
