/** What an operator sees of the outbox. */
@NullMarked
package org.mainforte.outside.web;

import org.jspecify.annotations.NullMarked;
