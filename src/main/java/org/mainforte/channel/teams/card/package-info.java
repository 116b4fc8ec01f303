/** Messages drawn for Teams: Adaptive Cards 1.5, message text, labels. Pure: a message in, JSON out. */
@NullMarked
package org.mainforte.channel.teams.card;

import org.jspecify.annotations.NullMarked;
