package org.mainforte.ticket;

import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;

/** A ticket in words, for the people who work on it: every field, then what was said. */
final class CaseText {
    /** The desk's language. */
    private static final Language LANGUAGE = Language.FR;

    private CaseText() {}

    static String of(Ticket ticket, @Nullable Employee employee, String transcript) {
        var text = new StringBuilder(ticket.description()).append("\n\n");
        line(text, "reference", ticket.reference());
        line(text, "person", employee == null ? ticket.person().value() : employee.name());
        line(text, "mail", employee == null ? null : employee.mail());
        line(text, "phone", ticket.phone());
        line(text, "site", ticket.site().value());
        line(text, "category", ticket.category().label(LANGUAGE));
        line(text, "urgency", ticket.urgency().label(LANGUAGE));
        line(text, "equipment", ticket.equipment());
        line(text, "room", ticket.room());
        line(text, "context", ticket.context());
        if (!transcript.isEmpty()) {
            text.append('\n')
                    .append(Texts.get(LANGUAGE, "ticket.case.transcript"))
                    .append("\n\n")
                    .append(transcript);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String field, @Nullable String value) {
        if (value != null) {
            text.append(Texts.get(LANGUAGE, "ticket.case." + field, value)).append('\n');
        }
    }
}
