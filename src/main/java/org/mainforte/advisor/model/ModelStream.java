package org.mainforte.advisor.model;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * One answer of the model as it comes. The provider's thread only puts pieces down; the turn's own thread takes them up and watches
 * the time.
 */
final class ModelStream implements StreamingChatResponseHandler {
    private static final long LARGEST = 100_000;

    /** A piece of the answer. */
    sealed interface Piece {
        record Text(String text) implements Piece {}

        /** Something else came: a tool call is being written, the model thinks. */
        record Sign() implements Piece {}

        record Whole(ChatResponse response) implements Piece {}

        record Failed(ModelFailure failure) implements Piece {}

        record Ended() implements Piece {}
    }

    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final AtomicLong size = new AtomicLong();
    private final Call call;
    private final Duration firstToken;
    private final Duration stall;
    private boolean begun;

    ModelStream(Call call, Duration firstToken, Duration stall) {
        this.call = call;
        this.firstToken = firstToken;
        this.stall = stall;
    }

    /**
     * The next piece.
     *
     * @throws ModelFailure when nothing came in time, or what came is no answer
     */
    Piece next(Duration atMost) {
        Duration patience = begun ? stall : firstToken;
        boolean hurried = atMost.compareTo(patience) < 0;
        Piece piece = poll(hurried ? atMost : patience);
        if (piece == null) {
            throw failed(
                    hurried
                            ? ModelFailure.Kind.TURN_TOO_LONG
                            : begun ? ModelFailure.Kind.STALLED : ModelFailure.Kind.NO_FIRST_TOKEN);
        }
        begun = true;
        if (piece instanceof Piece.Failed failed) {
            call.cancel();
            throw failed.failure();
        }
        return piece;
    }

    private @org.jspecify.annotations.Nullable Piece poll(Duration time) {
        try {
            return pieces.poll(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Piece.Ended();
        }
    }

    private ModelFailure failed(ModelFailure.Kind kind) {
        call.cancel();
        return new ModelFailure(kind);
    }

    /** Nobody waits for the rest. */
    void end() {
        call.cancel();
        pieces.add(new Piece.Ended());
    }

    /** The model is not to be used any more. */
    void switchOff() {
        call.cancel();
        pieces.add(new Piece.Failed(new ModelFailure(ModelFailure.Kind.SWITCHED_OFF)));
    }

    private void put(Piece piece, int length) {
        if (size.addAndGet(length) > LARGEST) {
            call.cancel();
            pieces.add(new Piece.Failed(new ModelFailure(ModelFailure.Kind.TOO_LONG)));
        } else {
            pieces.add(piece);
        }
    }

    @Override
    public void onPartialResponse(String text) {
        put(new Piece.Text(text), text.length());
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        put(new Piece.Sign(), thinking.text() == null ? 0 : thinking.text().length());
    }

    @Override
    public void onPartialToolCall(PartialToolCall tool) {
        put(
                new Piece.Sign(),
                tool.partialArguments() == null ? 0 : tool.partialArguments().length());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        FinishReason reason = response.finishReason();
        if (reason == null) {
            // The connection ended before the provider said why it stopped.
            pieces.add(new Piece.Failed(new ModelFailure(ModelFailure.Kind.CUT)));
        } else if (reason == FinishReason.CONTENT_FILTER) {
            pieces.add(new Piece.Failed(new ModelFailure(ModelFailure.Kind.FILTERED)));
        } else {
            pieces.add(new Piece.Whole(response));
        }
    }

    @Override
    public void onError(Throwable failure) {
        call.cancel();
        pieces.add(new Piece.Failed(new ModelFailure(kind(failure, 0))));
    }

    private static ModelFailure.Kind kind(Throwable failure, int depth) {
        if (failure instanceof HttpException refused) {
            return switch (refused.statusCode()) {
                case 401, 403 -> ModelFailure.Kind.REFUSED_KEY;
                case 429 -> ModelFailure.Kind.TOO_MANY_REQUESTS;
                default -> ModelFailure.Kind.SERVER_ERROR;
            };
        }
        if (failure instanceof AuthenticationException) {
            return ModelFailure.Kind.REFUSED_KEY;
        }
        if (failure instanceof RateLimitException) {
            return ModelFailure.Kind.TOO_MANY_REQUESTS;
        }
        if (failure instanceof WebClientRequestException || failure instanceof TimeoutException) {
            return ModelFailure.Kind.UNREACHABLE;
        }
        if (failure instanceof java.io.IOException) {
            return ModelFailure.Kind.CUT;
        }
        return failure.getCause() == null || depth > 4
                ? ModelFailure.Kind.MALFORMED
                : kind(failure.getCause(), depth + 1);
    }
}
