package org.mainforte.equipment;

import java.time.LocalDate;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** Another day for a pick-up that was asked for. */
record PickUpMoveForm(
        @Ask(value = "equipment.return-reference", type = FieldType.CHOICE)
        String reference,

        @Ask(value = "equipment.date", type = FieldType.DATE)
        LocalDate date) {}
