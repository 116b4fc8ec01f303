package org.mainforte.appointment;

import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/**
 * What an appointment needs.
 *
 * @param wish when the person would like it, in their words; narrows the slots that are shown
 * @param ticket the ticket it is for: known or not, never asked
 */
record AppointmentForm(
        @Ask("appointment.reason") String reason,

        @Ask(value = "appointment.wish", required = false, maxLength = 200) @Nullable
        String wish,

        @Ask(value = "appointment.slot", type = FieldType.SLOT)
        String slot,

        @Ask(value = "appointment.ticket", required = false, maxLength = 40) @Nullable
        String ticket) {}
