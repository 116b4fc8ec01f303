package org.mainforte.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.FieldType;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** Takes the answers while a request is being filled in: a form, a button, or words. */
@Component
class FillingResponder implements Responder, Resumable {
    private static final Pattern CORRECTION =
            Pattern.compile("\\b(non|plutot|finalement|en fait|au lieu|pardon|no|rather|instead|actually|sorry)\\b");

    private final RequestDialogue dialogue;
    private final Waiting waiting;

    FillingResponder(RequestDialogue dialogue, Waiting waiting) {
        this.dialogue = dialogue;
        this.waiting = waiting;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.FILLING;
    }

    @Override
    public Optional<Choice> comeBack(Turn turn) {
        if (turn.dialogue().filling() != null) {
            return Optional.of(Choice.plain("resume-filling", Texts.get(turn.language(), "filling.come-back")));
        }
        return ProposalResponder.comeBack(turn);
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        Optional<RequestKind<?>> kind = dialogue.current(turn);
        String choice = turn.input().choice();
        if (kind.isEmpty()) {
            return late(turn, sink);
        }
        Dialogue.Filling filling = turn.dialogue().filling();
        Map<String, String> values = new LinkedHashMap<>(filling == null ? Map.of() : filling.values());
        if (choice != null) {
            return pressed(kind.get(), values, choice, turn, sink);
        }
        if (turn.input().form() != null) {
            return filled(kind.get(), values, turn, sink);
        }
        return typed(kind.get(), values, turn, sink);
    }

    /** A form or button of a request that is not being filled in any more begins it again with what was given. */
    private boolean late(Turn turn, ReplySink sink) {
        String form = turn.input().form();
        String choice = turn.input().choice();
        if (form != null && form.startsWith(RequestDialogue.FORM)) {
            return dialogue.amend(
                    Start.request(
                            form.substring(RequestDialogue.FORM.length()),
                            turn.input().values()),
                    turn,
                    sink);
        }
        if (choice != null && choice.startsWith(RequestDialogue.FORM)) {
            return Start.parse(choice.substring(RequestDialogue.FORM.length()))
                    .map(start -> dialogue.amend(start, turn, sink))
                    .orElse(false);
        }
        return false;
    }

    private boolean pressed(RequestKind<?> kind, Map<String, String> values, String choice, Turn turn, ReplySink sink) {
        if (choice.equals("drop")) {
            return drop(turn, sink);
        }
        if (choice.equals("resume-filling")) {
            dialogue.goOn(kind, values, turn, sink, null);
            return true;
        }
        Optional<Start> start = choice.startsWith(RequestDialogue.FORM)
                ? Start.parse(choice.substring(RequestDialogue.FORM.length()))
                : Optional.empty();
        if (start.isEmpty() || !start.get().id().equals(kind.id())) {
            return late(turn, sink);
        }
        values.putAll(start.get().values());
        dialogue.goOn(kind, values, turn, sink, null);
        return true;
    }

    private <F extends Record> boolean filled(
            RequestKind<F> kind, Map<String, String> values, Turn turn, ReplySink sink) {
        if (!(RequestDialogue.FORM + kind.id()).equals(turn.input().form())) {
            return late(turn, sink);
        }
        FormReader<F> reader = new FormReader<>(kind);
        Refusal wrong = null;
        // A value may make another field apply, so the fields are read anew after each.
        for (String name : turn.input().values().keySet()) {
            for (Field field : reader.fields(turn.asking(values))) {
                String raw = turn.input().values().getOrDefault(name, "");
                if (field.name().equals(name) && !(raw.isBlank() && !field.required())) {
                    try {
                        values.put(name, reader.accept(field, raw));
                    } catch (Refusal refusal) {
                        wrong = wrong == null ? refusal : wrong;
                        values.remove(name);
                    }
                }
            }
        }
        dialogue.goOn(kind, values, turn, sink, wrong);
        return true;
    }

    private <F extends Record> boolean typed(
            RequestKind<F> kind, Map<String, String> values, Turn turn, ReplySink sink) {
        if (Wishes.is("no", turn.text()) || Wishes.mentions("drop", turn.text())) {
            return isYesNoQuestion(kind, values, turn) ? answer(kind, values, turn, sink) : drop(turn, sink);
        }
        List<String> others = Wishes.in(turn.text()).stream()
                .filter(target -> !target.startsWith("request:" + kind.id()))
                .toList();
        if (!others.isEmpty()) {
            return interrupted(kind, values, others, turn, sink);
        }
        return answer(kind, values, turn, sink);
    }

    private <F extends Record> boolean isYesNoQuestion(RequestKind<F> kind, Map<String, String> values, Turn turn) {
        return new FormReader<>(kind)
                        .missing(turn.asking(values)).stream()
                                .findFirst()
                                .filter(field -> field.type() == FieldType.YES_NO)
                                .isPresent()
                && Wishes.is("no", turn.text());
    }

    /** Another request waits until this one is decided; something to look up is answered by the next speaker at once. */
    private boolean interrupted(
            RequestKind<?> kind, Map<String, String> values, List<String> others, Turn turn, ReplySink sink) {
        List<String> later =
                others.stream().filter(target -> target.startsWith("request:")).toList();
        if (later.isEmpty()) {
            return false;
        }
        later.forEach(target -> turn.dialogue(turn.dialogue().waitFor(target)));
        String names = String.join(
                ", ",
                later.stream()
                        .flatMap(target -> Start.parse(target).stream())
                        .map(start -> start.name(turn.language()))
                        .toList());
        sink.say(Reply.say(MessageKind.TEXT, turn.language(), "waiting.noted", names));
        dialogue.goOn(kind, values, turn, sink, null);
        return true;
    }

    private <F extends Record> boolean answer(
            RequestKind<F> kind, Map<String, String> values, Turn turn, ReplySink sink) {
        FormReader<F> reader = new FormReader<>(kind);
        List<Field> missing = reader.missing(turn.asking(values));
        Map<String, String> heard = kind.understand(turn.text(), turn.asking(values));
        // A question in between must not become the description of a ticket.
        boolean asks = turn.text().strip().endsWith("?");
        boolean taken = CORRECTION.matcher(turn.words()).find() && corrected(values, heard);
        for (Field field : missing) {
            String understood = heard.get(field.name());
            if (understood != null && (field.type().closed() || !asks)) {
                values.put(field.name(), understood);
                taken = true;
            }
        }
        Refusal wrong = null;
        if (!taken && !missing.isEmpty()) {
            Field first = missing.getFirst();
            if (!first.type().closed() && asks) {
                return false;
            }
            if (!first.type().closed() && first.value() == null && Wishes.is("yes", turn.text())) {
                // A yes answers no open question; it must not become the reason on a card.
                dialogue.goOn(kind, values, turn, sink, null);
                return true;
            }
            try {
                values.put(first.name(), reader.accept(first, numbered(first, turn)));
            } catch (Refusal refusal) {
                if (asks || turn.words().split(" ").length > 4) {
                    return false;
                }
                wrong = refusal;
            }
        }
        dialogue.goOn(kind, values, turn, sink, wrong);
        return true;
    }

    /** “Non, plutôt un clavier”: what was given before gives way. @return whether something did */
    private static boolean corrected(Map<String, String> values, Map<String, String> heard) {
        boolean changed = false;
        for (var one : heard.entrySet()) {
            boolean free = one.getKey().equals("description") || one.getKey().equals("reason");
            if (!free && values.containsKey(one.getKey()) && !one.getValue().equals(values.get(one.getKey()))) {
                values.put(one.getKey(), one.getValue());
                changed = true;
            }
        }
        return changed;
    }

    /** “2” picks the second option, “oui” is yes, or agrees to what was suggested. */
    private static String numbered(Field field, Turn turn) {
        if (!field.type().closed()) {
            String suggested = field.value();
            return suggested != null && Wishes.is("yes", turn.text()) ? suggested : turn.text();
        }
        if (field.type() == FieldType.YES_NO) {
            return Wishes.is("yes", turn.text()) ? "yes" : Wishes.is("no", turn.text()) ? "no" : turn.text();
        }
        String words = turn.words();
        if (words.matches("\\d{1,2}")) {
            int number = Integer.parseInt(words);
            if (number >= 1 && number <= field.options().size()) {
                return field.options().get(number - 1).value();
            }
        }
        return turn.text();
    }

    private boolean drop(Turn turn, ReplySink sink) {
        turn.dialogue(turn.dialogue().filling(null));
        sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "filling.dropped"));
        waiting.goOn(turn, sink);
        return true;
    }
}
