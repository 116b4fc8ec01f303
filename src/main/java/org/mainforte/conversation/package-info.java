/** Conversations: messages stored before they are answered, who speaks when, and the live feed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "masking", "catalogue", "request"})
package org.mainforte.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
