/** Reads the knowledge base's files: YAML, front matter, Markdown. Nothing here knows what they are for. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.mainforte.markdown;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
