/** What the assistant knows: articles, the search over them, and the pages people read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "site", "markdown", "masking", "catalogue", "learning"})
package org.mainforte.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
