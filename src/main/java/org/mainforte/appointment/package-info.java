/** Appointments with a technician: free slots, the promise of the next business day, booking, moving, cancelling. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "site", "catalogue", "outside"})
package org.mainforte.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
