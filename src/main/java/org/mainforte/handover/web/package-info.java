/** The agents' desk over HTTP, with its live feed. */
@NullMarked
package org.mainforte.handover.web;

import org.jspecify.annotations.NullMarked;
