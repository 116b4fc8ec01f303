/** Getting a person: emergencies, the wish for a human, and what happens at this hour. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "site", "catalogue", "request", "appointment", "conversation"})
package org.mainforte.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
