@NullMarked
package org.mainforte.outside.web;

import org.jspecify.annotations.NullMarked;
