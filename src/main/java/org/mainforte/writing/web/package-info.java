/** The page of writers and leads. */
@NullMarked
package org.mainforte.writing.web;

import org.jspecify.annotations.NullMarked;
