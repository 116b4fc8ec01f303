/** Sites: who supports them and when, their opening hours, closures, rooms and public holidays. */
@NullMarked
@ApplicationModule(allowedDependencies = {"markdown"})
package org.mainforte.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
