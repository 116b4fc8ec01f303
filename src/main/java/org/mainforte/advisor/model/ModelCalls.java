package org.mainforte.advisor.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every call to the provider goes out here. */
@Component
class ModelCalls {
    private static final int WRITERS = 2;

    private final ModelSettings settings;
    private final Set<ModelStream> underWay = ConcurrentHashMap.newKeySet();
    /**
     * Requests are written by these threads: the library keeps its buffers as long as the thread that wrote them lives, and a turn's own lives as
     * long as the answer takes.
     */
    private final ExecutorService writers = Executors.newFixedThreadPool(
            WRITERS, Thread.ofPlatform().daemon().name("model-writer-", 1).factory());

    private volatile boolean off;
    private @Nullable WebTransport transport;
    private @Nullable OpenAiStreamingChatModel model;

    ModelCalls(ModelSettings settings) {
        this.settings = settings;
    }

    /** Asks the model; the answer is read from what is returned, which must be given back to {@link #close}. */
    ModelStream open(List<ChatMessage> messages, List<ToolSpecification> tools) {
        var call = new Call();
        var stream = new ModelStream(call, settings.firstToken(), settings.stall());
        underWay.add(stream);
        // Looked at only now: a turn between two rounds of tools has nothing under way that the switch could end.
        if (off) {
            stream.switchOff();
            return stream;
        }
        try {
            ChatRequest.Builder request = ChatRequest.builder().messages(messages);
            if (!tools.isEmpty()) {
                request.toolSpecifications(tools);
            }
            ChatRequest whole = request.build();
            writers.execute(() -> send(whole, call, stream));
        } catch (RejectedExecutionException closed) {
            stream.switchOff();
        } catch (RuntimeException failure) {
            stream.onError(failure);
        }
        return stream;
    }

    private void send(ChatRequest request, Call call, ModelStream stream) {
        if (call.isCancelled()) {
            return;
        }
        try {
            ScopedValue.where(WebTransport.CALL, call).run(() -> model().chat(request, stream));
        } catch (RuntimeException | Error failure) {
            // whatever it is, nobody else would tell the turn, which would wait for a first word
            stream.onError(failure);
        }
    }

    void close(ModelStream stream) {
        underWay.remove(stream);
    }

    int underWay() {
        return underWay.size();
    }

    void switchOff() {
        off = true;
        underWay.forEach(ModelStream::switchOff);
    }

    void switchOn() {
        off = false;
    }

    private synchronized OpenAiStreamingChatModel model() {
        if (model == null) {
            transport = new WebTransport(settings);
            model = OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(transport)
                    .baseUrl(settings.address())
                    .apiKey(settings.apiKey() == null || settings.apiKey().isBlank() ? "none" : settings.apiKey())
                    .modelName(Objects.requireNonNull(settings.name()))
                    .build();
        }
        return model;
    }

    @PreDestroy
    void closeAll() {
        writers.shutdownNow();
        underWay.forEach(ModelStream::end);
        synchronized (this) {
            if (transport != null) {
                transport.close();
            }
        }
    }
}
