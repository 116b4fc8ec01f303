/** What may be asked for: lookups that answer now, and request kinds that are drafted, confirmed and fulfilled. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people"})
package org.mainforte.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
