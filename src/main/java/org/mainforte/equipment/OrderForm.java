package org.mainforte.equipment;

import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** What is asked for an accessory. */
record OrderForm(
        @Ask(value = "equipment.item", type = FieldType.CHOICE)
        Item item,

        @Ask(value = "equipment.handover", type = FieldType.CHOICE)
        AccessoryOrder.@Nullable Handover handover,

        @Ask(value = "equipment.address", type = FieldType.ADDRESS, maxLength = 300) @Nullable
        String address,

        @Ask(value = "equipment.reason", type = FieldType.CHOICE, required = false)
        AccessoryOrder.@Nullable Reason reason) {}
