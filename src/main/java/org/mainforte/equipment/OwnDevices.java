package org.mainforte.equipment;

import java.util.List;
import org.mainforte.catalogue.Belongings;
import org.mainforte.catalogue.Option;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** The devices the inventory says somebody has: the one in use first, since that is the one people speak of. */
@Component
class OwnDevices implements Belongings {
    private final Inventory inventory;

    OwnDevices(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public List<Option> of(Employee employee, Language language) {
        return inventory.with(employee.id()).reversed().stream()
                .map(asset -> new Option(asset.serial(), asset.name()))
                .toList();
    }
}
