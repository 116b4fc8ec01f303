/** The demo: its people, its sessions and its world, for a fresh machine only. */
@NullMarked
package org.mainforte.people.demo;

import org.jspecify.annotations.NullMarked;
