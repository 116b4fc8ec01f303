package org.mainforte.advisor.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The library's call with the same transport, and nothing of Mainforte around it. */
public final class BareModel {
    private static @Nullable OpenAiStreamingChatModel model;

    private BareModel() {}

    private static synchronized OpenAiStreamingChatModel model(String baseUrl) {
        if (model == null) {
            Duration time = Duration.ofSeconds(10);
            var settings = new ModelSettings(
                    true, baseUrl, null, "double", time, time, time, Duration.ofMinutes(2), 1, 1, 1, 2_000);
            model = OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(new WebTransport(settings))
                    .baseUrl(baseUrl)
                    .apiKey("none")
                    .modelName("double")
                    .build();
        }
        return model;
    }

    /** Asks; the answer completes {@code done}. */
    public static void ask(String baseUrl, String question, CompletableFuture<ChatResponse> done) {
        ScopedValue.where(WebTransport.CALL, new Call()).run(() -> model(baseUrl)
                .chat(
                        ChatRequest.builder().messages(UserMessage.from(question)).build(),
                        new StreamingChatResponseHandler() {
                            @Override
                            public void onCompleteResponse(ChatResponse response) {
                                done.complete(response);
                            }

                            @Override
                            public void onError(Throwable error) {
                                done.completeExceptionally(error);
                            }
                        }));
    }
}
