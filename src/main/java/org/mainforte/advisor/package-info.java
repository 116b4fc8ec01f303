/** Answers in words: from the knowledge base, from lookups, and honestly when there is none. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"people", "masking", "catalogue", "request", "learning", "knowledge", "conversation"})
package org.mainforte.advisor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
