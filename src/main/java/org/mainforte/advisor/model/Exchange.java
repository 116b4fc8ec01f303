package org.mainforte.advisor.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Attention;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;

/**
 * The talk with the model within one turn: at most {@value #MOST_ROUNDS} rounds of tools, one repair when what it wrote may not be
 * shown, and an end at any moment when nobody waits any more.
 */
final class Exchange {
    private static final int MOST_ROUNDS = 6;
    private static final int LONGEST_QUESTION = 500;
    /** Where a provider does not count: a token is about so many characters. */
    private static final int CHARACTERS_A_TOKEN = 4;

    private final ModelCalls calls;
    private final ModelSettings settings;
    private final ModelMetrics metrics;
    private final CatalogueTools tools;
    private final Turn turn;
    private final List<ChatMessage> messages;
    private final ToolRun run;
    private final Supplier<AnswerText> fresh;
    private final Attention attention;
    private final boolean near;
    private final long began = System.nanoTime();
    private long waited;
    private long tokens;
    private int rounds;
    private @Nullable ModelStream stream;
    private Attention.@Nullable Ending ending;

    Exchange(
            Parts parts,
            Turn turn,
            List<ChatMessage> messages,
            ToolRun run,
            Supplier<AnswerText> fresh,
            Attention attention,
            boolean near) {
        this.calls = parts.calls();
        this.settings = parts.settings();
        this.metrics = parts.metrics();
        this.tools = parts.tools();
        this.turn = turn;
        this.messages = messages;
        this.run = run;
        this.fresh = fresh;
        this.attention = attention;
        this.near = near;
    }

    /** What an exchange is held with. */
    record Parts(ModelCalls calls, ModelSettings settings, ModelMetrics metrics, CatalogueTools tools) {}

    /** How long the provider was waited for. */
    Duration waited() {
        return Duration.ofNanos(waited);
    }

    long tokens() {
        return tokens;
    }

    boolean ended() {
        synchronized (this) {
            return ending != null;
        }
    }

    /** Nobody waits for the rest; may come from any thread. */
    void end(Attention.Ending reason) {
        ModelStream now;
        synchronized (this) {
            ending = reason;
            now = stream;
        }
        if (now != null) {
            now.end();
        }
    }

    /**
     * Talks until there is an outcome.
     *
     * @throws ModelFailure when the model lets the turn down
     */
    Outcome hold() {
        Fault fault = null;
        for (int attempt = 0; attempt < 2; attempt++) {
            Attempt made = attempt(fresh.get());
            if (made.outcome() != null) {
                return made.outcome();
            }
            fault = made.fault();
            metrics.fault(java.util.Objects.requireNonNull(fault));
            repair(made.said(), fault);
        }
        metrics.fallback(
                "fault-" + java.util.Objects.requireNonNull(fault).name().toLowerCase(java.util.Locale.ROOT));
        return new Outcome.Plain(fault == Fault.PROMISE ? "model.promised" : null);
    }

    /** @param said what had been written when the fault was found */
    private record Attempt(
            @Nullable Outcome outcome, @Nullable Fault fault, String said) {}

    private void repair(String said, Fault fault) {
        attention.anew();
        messages.add(AiMessage.from(said.isBlank() ? "…" : said));
        messages.add(UserMessage.from(Texts.get(turn.language(), fault.key())));
    }

    private Attempt attempt(AnswerText first) {
        AnswerText answer = first;
        while (rounds < MOST_ROUNDS) {
            rounds++;
            var said = new StringBuilder();
            Read read = read(answer, said);
            if (read.fault() != null) {
                return new Attempt(null, read.fault(), said.toString());
            }
            if (read.response() == null) {
                return new Attempt(broken(answer), null, "");
            }
            AiMessage message = read.response().aiMessage();
            if (!message.hasToolExecutionRequests()) {
                return concluded(answer, said.toString());
            }
            messages.add(message);
            for (ToolExecutionRequest request : message.toolExecutionRequests()) {
                messages.add(ToolExecutionResultMessage.from(request, run.call(request)));
            }
            if (run.settled()) {
                return concluded(answer, said.toString());
            }
            if (!answer.isEmpty()) {
                // What was said before a look-up was not yet the answer.
                answer = fresh.get();
                attention.anew();
            }
        }
        throw new ModelFailure(ModelFailure.Kind.ENDLESS_TOOLS);
    }

    /** One answer of the model, whole, or cut short by a fault; neither when nobody waits any more. */
    private record Read(
            @Nullable ChatResponse response, @Nullable Fault fault) {}

    private Read read(AnswerText answer, StringBuilder said) {
        if (tokens > settings.turnTokens()) {
            throw new ModelFailure(ModelFailure.Kind.TURN_BUDGET);
        }
        ModelStream now = calls.open(List.copyOf(messages), tools.in(turn.language()));
        synchronized (this) {
            stream = now;
        }
        if (ended()) {
            now.end();
        }
        long asked = System.nanoTime();
        try {
            return read(now, answer, said);
        } finally {
            waited += System.nanoTime() - asked;
            calls.close(now);
            synchronized (this) {
                stream = null;
            }
        }
    }

    private Read read(ModelStream now, AnswerText answer, StringBuilder said) {
        while (true) {
            Duration left = settings.turn().minusNanos(System.nanoTime() - began);
            switch (now.next(left)) {
                case ModelStream.Piece.Text text -> {
                    said.append(text.text());
                    Optional<Fault> fault = answer.add(text.text());
                    if (fault.isPresent()) {
                        now.end();
                        count(null, said.length());
                        return new Read(null, fault.get());
                    }
                }
                case ModelStream.Piece.Sign sign -> {}
                case ModelStream.Piece.Whole whole -> {
                    count(whole.response().tokenUsage(), said.length());
                    return new Read(whole.response(), answer.finish().orElse(null));
                }
                case ModelStream.Piece.Ended ended -> {
                    count(null, said.length());
                    return new Read(null, null);
                }
                case ModelStream.Piece.Failed failed -> throw failed.failure();
            }
        }
    }

    private void count(@Nullable TokenUsage counted, int written) {
        int sent = messages.stream()
                .mapToInt(message -> message.toString().length())
                .sum();
        TokenUsage used = counted != null && counted.totalTokenCount() != null
                ? counted
                : new TokenUsage(sent / CHARACTERS_A_TOKEN, written / CHARACTERS_A_TOKEN);
        metrics.tokens(used);
        tokens += used.totalTokenCount();
    }

    /** Nobody waits: what was said is kept when it can stand alone, and the plain path answers when not. */
    private Outcome broken(AnswerText answer) {
        Outcome.Words words = words(answer);
        if (words == null || words.verdict() != Verdict.ANSWER) {
            return new Outcome.Plain(null);
        }
        boolean stopped;
        synchronized (this) {
            stopped = ending == Attention.Ending.STOPPED;
        }
        return stopped
                ? new Outcome.Words(
                        words.verdict(),
                        words.text() + "\n\n*" + Texts.get(turn.language(), "model.stopped") + "*",
                        words.cited())
                : words;
    }

    private Outcome.@Nullable Words words(AnswerText answer) {
        if (answer.isEmpty() || answer.cited().isEmpty()) {
            return null;
        }
        boolean section = answer.cited().stream().anyMatch(id -> id.startsWith("s"));
        return new Outcome.Words(section ? Verdict.ANSWER : Verdict.TOLD, answer.text(), answer.cited());
    }

    private Attempt concluded(AnswerText answer, String said) {
        Outcome.Words words = words(answer);
        Outcome outcome;
        if (run.person()) {
            outcome = new Outcome.Person(words);
        } else if (!run.begun().isEmpty()) {
            List<Start> begun = run.begun();
            outcome = new Outcome.Begin(begun.getFirst(), List.copyOf(begun.subList(1, begun.size())), words);
        } else if (words != null) {
            outcome = words;
        } else if (run.verdict() == null) {
            if (said.isBlank()) {
                throw new ModelFailure(ModelFailure.Kind.EMPTY);
            }
            return new Attempt(null, Fault.CITATION, said);
        } else {
            outcome = judged(run.verdict(), answer);
        }
        return new Attempt(outcome, null, said);
    }

    /** The model's own judgement; a question back must be one. */
    private Outcome judged(Verdict verdict, AnswerText answer) {
        if (verdict != Verdict.CLARIFICATION) {
            return new Outcome.Nothing(verdict);
        }
        String question = answer.text();
        boolean asks = question.endsWith("?") && question.length() <= LONGEST_QUESTION;
        if (asks) {
            return new Outcome.Words(Verdict.CLARIFICATION, question, answer.cited());
        }
        return near
                ? new Outcome.Words(Verdict.CLARIFICATION, Texts.get(turn.language(), "search.which"), answer.cited())
                : new Outcome.Nothing(Verdict.UNKNOWN);
    }
}
