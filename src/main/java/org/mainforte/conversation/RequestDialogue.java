package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.request.Request;
import org.mainforte.request.RequestDesk;
import org.mainforte.request.RequestState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How a request is filled in: what is missing is asked, what is complete becomes a card that waits for a yes. */
@Component
class RequestDialogue implements Starter {
    static final String FORM = "fill:";
    static final String CONFIRM = "confirm:";
    static final String DECLINE = "decline:";

    private static final int BUTTONS = 8;

    private final Catalogue catalogue;
    private final RequestDesk desk;
    /** Found late: what waits may begin another request here. */
    private final ObjectProvider<Waiting> waiting;

    RequestDialogue(Catalogue catalogue, RequestDesk desk, ObjectProvider<Waiting> waiting) {
        this.waiting = waiting;
        this.catalogue = catalogue;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "request";
    }

    @Override
    public boolean start(Start start, Turn turn, ReplySink sink) {
        Optional<RequestKind<?>> kind = catalogue.kind(start.id());
        if (kind.isEmpty()) {
            return false;
        }
        setAside(start, turn);
        // A button or a bare yes says nothing itself: what was asked before does.
        boolean nothingNew = turn.text().isEmpty() || Wishes.is("yes", turn.text());
        String said = nothingNew ? Objects.requireNonNullElse(turn.dialogue().question(), "") : turn.text();
        Map<String, String> values = new LinkedHashMap<>(kind.get().understand(said, turn.asking(start.values())));
        values.putAll(start.values());
        if (turn.dialogue().context() != null) {
            values.putIfAbsent("context", turn.dialogue().context());
        }
        Optional<Refusal> refused = kind.get().refusedFor(turn.asking(values));
        if (refused.isPresent()) {
            turn.dialogue(turn.dialogue().filling(null));
            sink.say(Reply.of(MessageKind.TEXT, refused.get().text(turn.language()))
                    .choices(alternatives(kind.get(), values, turn)));
            waiting.getObject().goOn(turn, sink);
            return true;
        }
        kind.get()
                .advice(turn.asking(values))
                .ifPresent(advice ->
                        sink.say(Reply.of(MessageKind.NOTICE, advice).choices(alternatives(kind.get(), values, turn))));
        goOn(kind.get(), values, turn, sink, null);
        return true;
    }

    /** An old form or button sent again: it changes the card that waits, if that is of the same kind, or begins anew. */
    boolean amend(Start start, Turn turn, ReplySink sink) {
        String card = turn.dialogue().proposal();
        Optional<Request> open = card == null
                ? Optional.empty()
                : desk.find(card, turn.employee().id())
                        .filter(found -> found.state() == RequestState.DRAFTED
                                && found.kind().equals(start.id()));
        if (open.isEmpty()) {
            return start(start, turn, sink);
        }
        Map<String, String> values = new LinkedHashMap<>(open.get().values());
        values.putAll(start.values());
        turn.dialogue(turn.dialogue().proposal(null));
        goOn(catalogue.kind(start.id()).orElseThrow(), values, turn, sink, null);
        return true;
    }

    /** Another request half filled in, or on a card, is not lost: it comes back when this one is decided. */
    private void setAside(Start begun, Turn turn) {
        Dialogue.Filling filling = turn.dialogue().filling();
        if (filling != null && isOther(filling.kind(), filling.values(), begun)) {
            turn.dialogue(turn.dialogue().filling(null).waitFor(waiting(filling.kind(), filling.values())));
        }
        String card = turn.dialogue().proposal();
        if (card != null) {
            desk.find(card, turn.employee().id())
                    .filter(open -> open.state() == RequestState.DRAFTED && isOther(open.kind(), open.values(), begun))
                    .ifPresent(open ->
                            turn.dialogue(turn.dialogue().proposal(null).waitFor(waiting(open.kind(), open.values()))));
        }
    }

    /** Another kind, or the same kind for another thing (a keyboard after a mouse). */
    private static boolean isOther(String kind, Map<String, String> values, Start begun) {
        return !kind.equals(begun.id())
                || begun.values().entrySet().stream()
                        .anyMatch(one -> values.containsKey(one.getKey())
                                && !one.getValue().equals(values.get(one.getKey())));
    }

    private static String waiting(String kind, Map<String, String> values) {
        return Start.request(kind, values).toString();
    }

    private static List<Choice> alternatives(RequestKind<?> kind, Map<String, String> values, Turn turn) {
        return kind.alternatives(turn.asking(values)).stream().map(Choice::of).toList();
    }

    /** The kind being filled in, if any. */
    Optional<RequestKind<?>> current(Turn turn) {
        Dialogue.Filling filling = turn.dialogue().filling();
        return filling == null ? Optional.empty() : catalogue.kind(filling.kind());
    }

    /** Asks what is missing, or shows the card. {@code error} explains why the last value was not taken. */
    <F extends Record> void goOn(
            RequestKind<F> kind, Map<String, String> given, Turn turn, ReplySink sink, @Nullable Refusal error) {
        FormReader<F> reader = new FormReader<>(kind);
        Map<String, String> values = reader.completed(turn.asking(keepFitting(kind, given, turn)));
        Asking asking = turn.asking(values);
        List<Field> missing = reader.missing(asking);
        turn.dialogue(turn.dialogue().filling(new Dialogue.Filling(kind.id(), values)));
        if (!missing.isEmpty()) {
            ask(kind, missing, turn, sink, error);
            return;
        }
        try {
            Request draft = desk.draft(kind.id(), values, turn.employee(), turn.language(), turn.conversation());
            turn.dialogue(turn.dialogue().filling(null).proposal(draft.id()));
            sink.say(card(draft, kind, turn.language()));
        } catch (Refusal refusal) {
            askAgain(kind, values, refusal, turn, sink);
        }
    }

    private <F extends Record> void askAgain(
            RequestKind<F> kind, Map<String, String> values, Refusal refusal, Turn turn, ReplySink sink) {
        String field = refusal.field();
        if (field == null || (error(values, field))) {
            turn.dialogue(turn.dialogue().filling(null));
            sink.say(Reply.of(MessageKind.TEXT, refusal.text(turn.language()))
                    .choices(alternatives(kind, values, turn)));
            waiting.getObject().goOn(turn, sink);
            return;
        }
        Map<String, String> without = new LinkedHashMap<>(values);
        without.remove(field);
        turn.dialogue(turn.dialogue().filling(new Dialogue.Filling(kind.id(), without)));
        List<Field> again = new FormReader<>(kind)
                .fields(turn.asking(without)).stream()
                        .filter(one -> one.name().equals(field))
                        .toList();
        ask(kind, again, turn, sink, refusal);
    }

    /** A refused field without a value would be asked for ever. */
    private static boolean error(Map<String, String> values, String field) {
        return !values.containsKey(field);
    }

    private void ask(RequestKind<?> kind, List<Field> missing, Turn turn, ReplySink sink, @Nullable Refusal error) {
        Field first = missing.getFirst();
        String question = error == null ? first.question() : error.text(turn.language()) + "\n\n" + first.question();
        List<Card.Field> fields = missing.stream()
                .map(field -> shown(field, error, turn.language()))
                .toList();
        Reply reply = Reply.of(MessageKind.FORM, question).form(new Card.Form(FORM + kind.id(), fields));
        if (first.type().closed() && first.options().size() <= BUTTONS) {
            reply = reply.choices(buttons(kind, first));
        }
        sink.say(reply.choice(Choice.plain("drop", Texts.get(turn.language(), "choice.drop")))
                .choice(Choice.person(turn.language())));
    }

    private static List<Choice> buttons(RequestKind<?> kind, Field field) {
        List<Choice> choices = new ArrayList<>();
        for (Option option : field.options()) {
            Start start = new Start("request", kind.id(), Map.of(field.name(), option.value()));
            choices.add(Choice.plain(FORM + start, option.label()));
        }
        return choices;
    }

    private static Card.Field shown(Field field, @Nullable Refusal error, Language language) {
        return new Card.Field(
                field.name(),
                field.label(),
                field.type(),
                field.options(),
                field.required(),
                field.value(),
                error != null && field.name().equals(error.field()) ? error.text(language) : null);
    }

    /** Drops values of closed fields that are no option any more, so that they are asked rather than refused. */
    private <F extends Record> Map<String, String> keepFitting(
            RequestKind<F> kind, Map<String, String> given, Turn turn) {
        Map<String, String> values = new LinkedHashMap<>(given);
        FormReader<F> reader = new FormReader<>(kind);
        for (Field field : reader.fields(turn.asking(values))) {
            String value = values.get(field.name());
            if (value != null) {
                try {
                    values.put(field.name(), reader.accept(field, value));
                } catch (Refusal unfit) {
                    values.remove(field.name());
                }
            }
        }
        return values;
    }

    /** The card of a draft, with the two choices that decide it. */
    Reply card(Request draft, RequestKind<?> kind, Language language) {
        var proposal = new Card.Proposal(
                kind.proposalName(),
                draft.card(),
                draft.expires().atZone(ActingClock.PARIS).toOffsetDateTime());
        return Reply.say(MessageKind.PROPOSAL, language, "proposal." + kind.id())
                .proposal(proposal)
                .choice(Choice.primary(CONFIRM + draft.id(), Texts.get(language, "proposal.confirm")))
                .choice(Choice.plain(DECLINE + draft.id(), Texts.get(language, "proposal.decline")))
                .choice(Choice.person(language));
    }
}
