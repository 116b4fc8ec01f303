/** Tickets: opened for an employee with everything already in them, kept here and handed to the outside system. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "site", "catalogue", "markdown", "outside"})
package org.mainforte.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
