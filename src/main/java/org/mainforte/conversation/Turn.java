package org.mainforte.conversation;

import java.time.Instant;
import java.util.Map;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;

/** One message of the employee being answered. The dialogue may be changed; it is stored with the replies. */
public final class Turn {
    private final ConversationId conversation;
    private final Employee employee;
    private final Language language;
    private final Instant now;
    private final int seq;
    private final Input input;
    private final String folded;
    private Dialogue dialogue;

    public Turn(
            ConversationId conversation,
            Employee employee,
            Language language,
            Instant now,
            int seq,
            Input input,
            Dialogue dialogue) {
        this.conversation = conversation;
        this.employee = employee;
        this.language = language;
        this.now = now;
        this.seq = seq;
        this.input = input;
        this.folded = input.text() == null ? "" : Words.fold(input.text());
        this.dialogue = dialogue;
    }

    public ConversationId conversation() {
        return conversation;
    }

    public Employee employee() {
        return employee;
    }

    /** The language of this message; answers are in it. */
    public Language language() {
        return language;
    }

    public Instant now() {
        return now;
    }

    public int seq() {
        return seq;
    }

    public Input input() {
        return input;
    }

    /** What was typed; empty for a choice or a form. */
    public String text() {
        return input.text() == null ? "" : input.text();
    }

    /** What was typed, as rules compare words. */
    public String words() {
        return folded;
    }

    public Dialogue dialogue() {
        return dialogue;
    }

    public void dialogue(Dialogue now) {
        this.dialogue = now;
    }

    public Asking asking(Map<String, String> values) {
        return new Asking(employee, language, now, values);
    }
}
