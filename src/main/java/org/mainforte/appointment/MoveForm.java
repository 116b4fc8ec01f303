package org.mainforte.appointment;

import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/**
 * Which appointment is moved, and where to.
 *
 * @param wish when the person would like it, in their words; narrows the slots that are shown
 */
record MoveForm(
        @Ask(value = "appointment.which", type = FieldType.CHOICE)
        String appointment,

        @Ask(value = "appointment.wish", required = false, maxLength = 200) @Nullable
        String wish,

        @Ask(value = "appointment.slot", type = FieldType.SLOT)
        String slot) {}
