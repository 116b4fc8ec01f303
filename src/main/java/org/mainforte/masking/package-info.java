/** What is personal or secret in a text: found in one place, and taken out of what is stored, sent to a model or shown to writers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue"})
package org.mainforte.masking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
