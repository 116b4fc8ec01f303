@NullMarked
package org.mainforte.writing;

import org.jspecify.annotations.NullMarked;
