/** The same promises on both databases: the embedded file and PostgreSQL, with one instance and with two. */
@NullMarked
package org.mainforte.storage;

import org.jspecify.annotations.NullMarked;
