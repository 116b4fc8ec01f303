/** Cards, judged by the rules of Adaptive Cards 1.5 and of Teams. */
@NullMarked
package org.mainforte.channel.teams.card;

import org.jspecify.annotations.NullMarked;
