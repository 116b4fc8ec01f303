package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** What a message says, before it has a place in a conversation. Text is Markdown. */
public record Reply(
        MessageKind kind,
        String text,
        List<Source> sources,
        List<Choice> choices,
        Card.@Nullable Form form,
        Card.@Nullable Step step,
        Card.@Nullable Proposal proposal,
        Card.@Nullable Receipt receipt) {

    public Reply {
        sources = List.copyOf(sources);
        choices = List.copyOf(choices);
    }

    public static Reply of(MessageKind kind, String text) {
        return new Reply(kind, text, List.of(), List.of(), null, null, null, null);
    }

    /** A reply whose words come from the texts. */
    public static Reply say(MessageKind kind, Language language, String key, Object... arguments) {
        return of(kind, Texts.get(language, key, arguments));
    }

    public Reply sources(List<Source> given) {
        return new Reply(kind, text, given, choices, form, step, proposal, receipt);
    }

    /** The same with further choices at the end. */
    public Reply choices(List<Choice> more) {
        List<Choice> all = new ArrayList<>(choices);
        more.stream()
                .filter(choice -> all.stream().noneMatch(other -> other.id().equals(choice.id())))
                .forEach(all::add);
        return new Reply(kind, text, sources, all, form, step, proposal, receipt);
    }

    public Reply choice(Choice choice) {
        return choices(List.of(choice));
    }

    public Reply form(Card.Form given) {
        return new Reply(kind, text, sources, choices, given, step, proposal, receipt);
    }

    public Reply step(Card.Step given) {
        return new Reply(kind, text, sources, choices, form, given, proposal, receipt);
    }

    public Reply proposal(Card.Proposal given) {
        return new Reply(kind, text, sources, choices, form, step, given, receipt);
    }

    public Reply receipt(Card.Receipt given) {
        return new Reply(kind, text, sources, choices, form, step, proposal, given);
    }

    boolean offersPerson() {
        return choices.stream().anyMatch(choice -> choice.style() == Choice.Style.HUMAN);
    }
}
