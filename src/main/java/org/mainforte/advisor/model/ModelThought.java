package org.mainforte.advisor.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Attention;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Thought;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;
import org.mainforte.knowledge.Decision;
import org.mainforte.masking.Masking;
import org.mainforte.masking.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn thought over with the model. Whatever goes wrong, the plain path answers in the same turn. */
final class ModelThought implements Thought {
    private static final Logger LOG = LoggerFactory.getLogger(ModelThought.class);
    private static final int LONGEST_REMEMBERED = 600;
    private static final List<String> SITUATION = List.of("site-support", "my-equipment", "my-tickets");

    private final ModelRoom room;
    private final Turn turn;
    private final Evidence evidence = new Evidence();
    private Decision decision = new Decision.Nothing();
    private Outcome outcome = new Outcome.Plain(null);
    private Duration waited = Duration.ZERO;

    ModelThought(ModelRoom room, Turn turn) {
        this.room = room;
        this.turn = turn;
    }

    @Override
    public void think(Attention attention) {
        decision = room.retrieval().gather(turn.text(), turn, evidence);
        if (isDanger() || !room.breaker().permits()) {
            return;
        }
        long began = System.nanoTime();
        Exchange exchange = exchange(attention);
        try {
            attention.whenEnded(exchange::end);
            outcome = exchange.hold();
            if (exchange.ended()) {
                room.breaker().neither();
            } else {
                room.breaker().answered(System.nanoTime() - began);
            }
        } catch (ModelFailure failure) {
            LOG.warn("The model let a turn down: {}", failure.kind().tag());
            room.breaker().failed(System.nanoTime() - began, failure);
            room.metrics().fallback(failure.kind().tag());
            outcome = new Outcome.Plain("model.failed");
        } catch (RuntimeException unexpected) {
            room.breaker().neither();
            throw unexpected;
        } finally {
            waited = exchange.waited();
            room.budget().spend(turn.employee().id(), exchange.tokens());
        }
    }

    /** What to do in a danger, however it was worded, is read out as it stands and at once. */
    private boolean isDanger() {
        return decision instanceof Decision.Found found && found.passage().urgent() != null;
    }

    private Exchange exchange(Attention attention) {
        Prompt prompt = Prompt.in(turn.language());
        var masking = new Masking(
                Names.of(List.of(turn.employee().name())), turn.employee().address());
        evidence.asked(turn.text());
        var check = new SentenceCheck(evidence, turn.language(), prompt.words(), room.promises());
        var run = new ToolRun(room.tools(), room.retrieval(), turn, evidence, masking, check, room.metrics());
        List<ChatMessage> messages = new ArrayList<>();
        boolean near = decision instanceof Decision.Near;
        messages.add(SystemMessage.from(prompt.with(situation(run), evidence.written(id -> true, masking), near)));
        history(masking, messages);
        messages.add(UserMessage.from(masking.masked(turn.text())));
        var parts = new Exchange.Parts(room.calls(), room.settings(), room.metrics(), room.tools());
        return new Exchange(
                parts,
                turn,
                messages,
                run,
                () -> new AnswerText(turn.language(), check, masking, attention),
                attention,
                near);
    }

    /** Who asks, in role only, and what is theirs. */
    private String situation(ToolRun run) {
        List<String> known = new ArrayList<>();
        known.add(Texts.get(
                turn.language(),
                "model.situation.role",
                turn.employee().role().name().toLowerCase(java.util.Locale.ROOT)));
        for (String id : SITUATION) {
            room.tools()
                    .lookup(CatalogueTools.LOOKUP + id)
                    .map(lookup -> lookup.answer(turn.employee(), turn.language(), turn.now(), java.util.Map.of()))
                    .ifPresent(answer -> known.add(run.fact(answer)));
        }
        if (turn.dialogue().guide() != null) {
            lastStep()
                    .ifPresent(step -> known.add(Texts.get(
                            turn.language(), "model.situation.step", step.title(), step.number(), step.of())));
        }
        if (!evidence.guides().isEmpty()) {
            known.add(Texts.get(turn.language(), "model.guides", String.join(", ", evidence.guides())));
        }
        return String.join("\n", known);
    }

    private Optional<Card.Step> lastStep() {
        return room.before(turn).reversed().stream()
                .map(Message::step)
                .flatMap((Card.@Nullable Step step) -> Optional.ofNullable(step).stream())
                .findFirst();
    }

    /** What was said before; some providers want the person first and both in turn. */
    private void history(Masking masking, List<ChatMessage> messages) {
        List<Message> before = room.before(turn).stream()
                .dropWhile(message -> message.author().kind() != Message.Kind.EMPLOYEE)
                .toList();
        StringBuilder words = new StringBuilder();
        boolean person = true;
        for (Message message : before) {
            boolean by = message.author().kind() == Message.Kind.EMPLOYEE;
            if (by != person) {
                add(messages, words, person);
                person = by;
            }
            String text = masking.masked(message.text());
            words.append(words.isEmpty() ? "" : "\n\n")
                    .append(text.length() > LONGEST_REMEMBERED ? text.substring(0, LONGEST_REMEMBERED) + "…" : text);
        }
        if (!person) {
            add(messages, words, false);
        } else if (!words.isEmpty()) {
            add(messages, words, true);
            messages.add(AiMessage.from("…"));
        }
    }

    private static void add(List<ChatMessage> messages, StringBuilder words, boolean person) {
        if (!words.isEmpty()) {
            messages.add(person ? UserMessage.from(words.toString()) : AiMessage.from(words.toString()));
            words.setLength(0);
        }
    }

    @Override
    public boolean conclude(Turn now, ReplySink sink) {
        var conclusion = new Conclusion(room, evidence, decision);
        Verdict verdict = conclusion.say(outcome, now, sink);
        room.metrics().turn(verdict, waited);
        return verdict != Verdict.PLAIN;
    }
}
