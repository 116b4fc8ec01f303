/** Load, measured side by side with the least a WebFlux server can do; see {@code src/docs/performance.md}. */
@NullMarked
package org.mainforte.load;

import org.jspecify.annotations.NullMarked;
