package org.mainforte.ticket;

import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** What is asked for a ticket. */
record TicketForm(
        @Ask(value = "ticket.description", maxLength = 2000) String description,

        @Ask(value = "ticket.category", type = FieldType.CHOICE)
        TicketCategory category,

        @Ask(value = "ticket.equipment", type = FieldType.CHOICE) @Nullable
        String equipment,

        @Ask(value = "ticket.room", type = FieldType.CHOICE) @Nullable
        String room,

        @Ask(value = "ticket.urgency", type = FieldType.CHOICE)
        Urgency urgency,

        @Ask(value = "ticket.context", required = false, maxLength = 2000) @Nullable
        String context) {}
