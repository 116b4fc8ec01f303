/** Teams from outside: a fake connector that is strict about the protocol, and people who write through it. */
@NullMarked
package org.mainforte.channel.web;

import org.jspecify.annotations.NullMarked;
