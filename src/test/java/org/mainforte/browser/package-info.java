/** What employees see and press: the chat in a real browser, against the running product. */
@NullMarked
package org.mainforte.browser;

import org.jspecify.annotations.NullMarked;
