package org.mainforte.advisor.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** One question to the model without tools, read whole before anything is done with it. */
@Component
class ShortCall {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ModelCalls calls;
    private final ModelBreaker breaker;
    private final ModelMetrics metrics;

    ShortCall(ModelCalls calls, ModelBreaker breaker, ModelMetrics metrics) {
        this.calls = calls;
        this.breaker = breaker;
        this.metrics = metrics;
    }

    /** A file below {@code prompts/}. */
    static String prompt(String name) {
        String file = "/prompts/" + name + ".txt";
        try (var stream = Objects.requireNonNull(ShortCall.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /**
     * What the model says to it, within six seconds.
     *
     * @param masked text that may leave the house
     * @throws ModelFailure when nothing whole came, or the provider is spared
     */
    String say(String rules, String masked) {
        if (!breaker.permits()) {
            throw new ModelFailure(ModelFailure.Kind.UNREACHABLE);
        }
        long began = System.nanoTime();
        try {
            String written = written(rules, masked, began);
            breaker.answered(System.nanoTime() - began);
            return written;
        } catch (ModelFailure failure) {
            breaker.failed(System.nanoTime() - began, failure);
            throw failure;
        }
    }

    private String written(String rules, String masked, long began) {
        var written = new StringBuilder();
        ModelStream stream = calls.open(List.of(SystemMessage.from(rules), UserMessage.from(masked)), List.of());
        try {
            while (true) {
                switch (stream.next(PATIENCE.minusNanos(System.nanoTime() - began))) {
                    case ModelStream.Piece.Text text -> written.append(text.text());
                    case ModelStream.Piece.Sign sign -> {}
                    case ModelStream.Piece.Whole whole -> {
                        if (whole.response().tokenUsage() != null) {
                            metrics.tokens(whole.response().tokenUsage());
                        }
                        return written.toString();
                    }
                    case ModelStream.Piece.Ended ended -> throw new ModelFailure(ModelFailure.Kind.CUT);
                    case ModelStream.Piece.Failed failed -> throw failed.failure();
                }
            }
        } finally {
            stream.end();
            calls.close(stream);
        }
    }
}
