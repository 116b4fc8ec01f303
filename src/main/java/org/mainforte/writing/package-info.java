/** For those who write the knowledge base: what people asked in vain, grouped and without anybody in it, and how to begin an article. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "markdown", "masking", "catalogue", "conversation", "knowledge"})
package org.mainforte.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
