@NullMarked
package org.mainforte.conversation;

import org.jspecify.annotations.NullMarked;
