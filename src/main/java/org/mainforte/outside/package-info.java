/** The way to systems outside: an outbox of errands, tried again until they arrive, and HTTP whose failures are told apart. */
@NullMarked
@ApplicationModule(allowedDependencies = "people")
package org.mainforte.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
