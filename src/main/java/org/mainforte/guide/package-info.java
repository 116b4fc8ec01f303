/** Procedures led step by step in the chat, resumable on any device. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "markdown", "catalogue", "request", "conversation"})
package org.mainforte.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
