/** What kind of text a text is, learnt from examples; the only user of LIBLINEAR. */
@NullMarked
@ApplicationModule(allowedDependencies = "catalogue")
package org.mainforte.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
