package org.mainforte.appointment;

import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** Which appointment is cancelled. */
record CancelForm(
        @Ask(value = "appointment.which", type = FieldType.CHOICE)
        String appointment) {}
