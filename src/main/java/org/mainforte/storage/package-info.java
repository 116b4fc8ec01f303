/** What makes a commit of the embedded database last: decision 5. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.mainforte.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
