/** What every room may use: ids, languages, texts, problems and the clock. No framework, no state. */
@NullMarked
package org.mainforte.kernel;

import org.jspecify.annotations.NullMarked;
