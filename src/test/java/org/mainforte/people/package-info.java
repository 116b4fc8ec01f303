@NullMarked
package org.mainforte.people;

import org.jspecify.annotations.NullMarked;
