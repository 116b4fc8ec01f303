@NullMarked
package org.mainforte.site;

import org.jspecify.annotations.NullMarked;
