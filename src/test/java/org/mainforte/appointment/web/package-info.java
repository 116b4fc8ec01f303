@NullMarked
package org.mainforte.appointment.web;

import org.jspecify.annotations.NullMarked;
