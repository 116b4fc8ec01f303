/** Real servers for the tests, started when the first test needs one and stopped with the JVM. */
@NullMarked
package org.mainforte.servers;

import org.jspecify.annotations.NullMarked;
