package org.mainforte.ticket;

import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** What is known for a call-back. */
record CallbackForm(
        @Ask(value = "ticket.reason", maxLength = 2000) String reason,

        @Ask(value = "ticket.phone", required = false, maxLength = 60) @Nullable
        String phone,

        @Ask(value = "ticket.urgency", type = FieldType.CHOICE, required = false) @Nullable
        Urgency urgency,

        @Ask(value = "ticket.context", required = false, maxLength = 2000) @Nullable
        String context) {}
