/** The HTTP face of conversations: REST and server-sent events. */
@NullMarked
package org.mainforte.channel.web;

import org.jspecify.annotations.NullMarked;
