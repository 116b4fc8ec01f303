/** What holds when the process is killed, at any moment: the jar itself, killed with SIGKILL and started again on the same data. */
@NullMarked
package org.mainforte.crash;

import org.jspecify.annotations.NullMarked;
