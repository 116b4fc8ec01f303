package org.mainforte.advisor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.advisor.ArticleStarter;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Input;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.Source;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Turn;
import org.mainforte.knowledge.Decision;
import org.mainforte.knowledge.Passage;

/** Says what a turn of the model came to, by the same ways as a turn without it. */
final class Conclusion {
    private final ModelRoom room;
    private final Evidence evidence;
    private final Decision decision;

    Conclusion(ModelRoom room, Evidence evidence, Decision decision) {
        this.room = room;
        this.evidence = evidence;
        this.decision = decision;
    }

    /** @return what the turn was; {@link Verdict#PLAIN} leaves it to the next speaker */
    Verdict say(Outcome outcome, Turn turn, ReplySink sink) {
        return switch (outcome) {
            case Outcome.Words words -> words(words, turn, sink);
            case Outcome.Begin begin -> begin(begin, turn, sink);
            case Outcome.Person person -> person(person, turn, sink);
            case Outcome.Nothing nothing -> nothing(nothing, turn, sink);
            case Outcome.Plain plain -> {
                if (plain.notice() != null) {
                    sink.say(Reply.say(MessageKind.NOTICE, turn.language(), plain.notice())
                            .choice(Choice.person(turn.language())));
                }
                yield Verdict.PLAIN;
            }
        };
    }

    private Verdict words(Outcome.Words words, Turn turn, ReplySink sink) {
        switch (words.verdict()) {
            case ANSWER -> answer(words, turn, sink);
            case CLARIFICATION -> {
                List<Choice> choices = decision instanceof Decision.Near near
                        ? near.passages().stream().map(ArticleStarter::choice).toList()
                        : List.of();
                // A yes to “which of these?” is no yes to what an earlier article offered.
                String article = choices.isEmpty() ? turn.dialogue().article() : null;
                turn.dialogue(turn.dialogue().shown(article, turn.text()));
                sink.say(Reply.of(MessageKind.CLARIFICATION, words.text()).choices(choices));
            }
            default ->
                sink.say(Reply.of(MessageKind.TEXT, words.text())
                        .choices(evidence.offers(words.cited()).stream()
                                .map(Choice::of)
                                .toList()));
        }
        return words.verdict();
    }

    private void answer(Outcome.Words words, Turn turn, ReplySink sink) {
        List<Passage> cited = passages(words.cited());
        Passage first = cited.getFirst();
        turn.dialogue(turn.dialogue().misses(0).shown(first.article(), turn.text()));
        sink.say(Reply.of(MessageKind.ANSWER, words.text())
                .sources(cited.stream()
                        .map(one -> new Source(one.article(), one.title(), one.sectionTitle(), one.url()))
                        .toList())
                .choices(room.articles().next(first, turn.language())));
    }

    private List<Passage> passages(Set<String> cited) {
        return cited.stream().flatMap(id -> evidence.section(id).stream()).toList();
    }

    private void before(Outcome.@Nullable Words words, Turn turn, ReplySink sink) {
        if (words != null) {
            words(words, turn, sink);
        }
    }

    private Verdict begin(Outcome.Begin begin, Turn turn, ReplySink sink) {
        before(begin.words(), turn, sink);
        for (Start other : begin.also()) {
            turn.dialogue(turn.dialogue().waitFor(other.toString()));
        }
        boolean guide = begin.start().kind().equals("guide");
        if (!room.starters().begin(begin.start(), turn, sink)) {
            return Verdict.PLAIN;
        }
        return guide ? Verdict.STEP : turn.dialogue().proposal() == null ? Verdict.FORM : Verdict.PROPOSAL;
    }

    /** As if the person had pressed the button. */
    private Verdict person(Outcome.Person person, Turn turn, ReplySink sink) {
        before(person.words(), turn, sink);
        Turn pressed = new Turn(
                turn.conversation(),
                turn.employee(),
                turn.language(),
                turn.now(),
                turn.seq(),
                new Input(null, Choice.PERSON, null, Map.of()),
                turn.dialogue().shown(turn.dialogue().article(), turn.text()));
        Optional<Responder> people = room.responders().stream()
                .filter(responder -> responder.place() == SpeakingOrder.PERSON)
                .findFirst();
        boolean taken = people.isPresent() && people.get().respond(pressed, sink);
        turn.dialogue(pressed.dialogue());
        return taken ? Verdict.HANDOVER : Verdict.PLAIN;
    }

    /** What the search is sure of is shown even so; what it does not know either it says itself. */
    private Verdict nothing(Outcome.Nothing nothing, Turn turn, ReplySink sink) {
        if (nothing.verdict() != Verdict.OUT_OF_SCOPE || decision instanceof Decision.Found) {
            return Verdict.PLAIN;
        }
        sink.say(Reply.say(MessageKind.OUT_OF_SCOPE, turn.language(), "search.out-of-scope"));
        return Verdict.OUT_OF_SCOPE;
    }
}
