package org.mainforte.ticket;

import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.FieldType;

/** What is added to a ticket. */
record NoteForm(
        @Ask(value = "ticket.note.ticket", type = FieldType.CHOICE)
        String ticket,

        @Ask(value = "ticket.note.text", maxLength = 4000) String text) {}
