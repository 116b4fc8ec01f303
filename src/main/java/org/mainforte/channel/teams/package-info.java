/**
 * Microsoft Teams: activities are stored, acknowledged and then worked off; what is said in a conversation goes out through an
 * outbox. The assistant is the same as on the web; only the drawing differs.
 */
@NullMarked
package org.mainforte.channel.teams;

import org.jspecify.annotations.NullMarked;
