/** Devices and what moves them: the inventory, parcels, accessory orders, returns, lockers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "site", "catalogue"})
package org.mainforte.equipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
