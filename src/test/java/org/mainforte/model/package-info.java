/** The language model, tested over HTTP against doubles that obey, fail or attack. */
@NullMarked
package org.mainforte.model;

import org.jspecify.annotations.NullMarked;
