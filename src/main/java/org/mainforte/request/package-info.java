/** The desk where requests are drafted, confirmed by their employee, and fulfilled exactly once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "catalogue"})
package org.mainforte.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
