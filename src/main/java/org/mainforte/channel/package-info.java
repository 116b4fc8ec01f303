/** How the outside reaches conversations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "masking", "catalogue", "conversation"})
package org.mainforte.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
