/** Orders and returns over HTTP. */
@NullMarked
package org.mainforte.equipment.web;

import org.jspecify.annotations.NullMarked;
