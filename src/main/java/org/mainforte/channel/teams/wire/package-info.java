/** The Bot Framework protocol as Teams speaks it: who may call us, what an activity is, how we call back. */
@NullMarked
package org.mainforte.channel.teams.wire;

import org.jspecify.annotations.NullMarked;
