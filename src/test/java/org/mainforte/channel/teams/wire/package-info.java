/** What Teams' own rules say about keys and tokens. */
@NullMarked
package org.mainforte.channel.teams.wire;

import org.jspecify.annotations.NullMarked;
