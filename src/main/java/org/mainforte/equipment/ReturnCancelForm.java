package org.mainforte.equipment;

import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** Which return is not to take place after all. */
record ReturnCancelForm(
        @Ask(value = "equipment.return-reference", type = FieldType.CHOICE)
        String reference) {}
