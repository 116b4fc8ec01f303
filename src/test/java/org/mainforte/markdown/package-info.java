@NullMarked
package org.mainforte.markdown;

import org.jspecify.annotations.NullMarked;
