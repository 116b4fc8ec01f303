package org.mainforte.equipment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** What is asked of somebody who gives a device back. {@code saved} comes first: without saved files all else must wait. */
record ReturnForm(
        @Ask(value = "equipment.saved", type = FieldType.YES_NO)
        Boolean saved,

        @Ask(value = "equipment.serial", type = FieldType.CHOICE) @Nullable
        String serial,

        @Ask(value = "equipment.serial-typed", type = FieldType.SERIAL, maxLength = 40) @Nullable
        String serialTyped,

        @Ask(value = "equipment.mode", type = FieldType.CHOICE)
        EquipmentReturn.@Nullable Mode mode,

        @Ask(value = "equipment.date", type = FieldType.DATE) @Nullable
        LocalDate date) {
    /** The serial number chosen, or else typed. */
    String device() {
        if (serialTyped != null) {
            return Serial.plain(serialTyped);
        }
        return serial == null ? "" : serial;
    }
}
