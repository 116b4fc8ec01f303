/** Who somebody is: employees, their roles and site, and the directory they come from. Sign-in ends here; pages for some roles only have their frame here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"site"})
package org.mainforte.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
