package org.mainforte.advisor.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * How the model is reached: streams of server-sent events over a bounded number of connections, each of which can be closed at any
 * moment, by {@link Call#cancel}. Replaces the library's JDK transport, which reads on the common pool and has no limit between
 * two events. Follows no redirects.
 */
final class WebTransport implements HttpClient, HttpClientBuilder, AutoCloseable {
    /** The call that a request belongs to, bound by whoever starts it on its thread. */
    static final ScopedValue<Call> CALL = ScopedValue.newInstance();

    private static final String DONE = "[DONE]";
    private static final int LARGEST_EVENT = 256 * 1024;
    private static final Duration SPARE = Duration.ofSeconds(2);
    private static final ParameterizedTypeReference<org.springframework.http.codec.ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final ConnectionProvider connections;
    private final LoopResources loop = LoopResources.create("model", 2, true);
    private final WebClient client;
    private Duration connectTimeout;
    private Duration readTimeout;

    WebTransport(ModelSettings settings) {
        this.connectTimeout = settings.connect();
        // Whoever reads watches the time more closely; this only closes what nobody watches any more.
        this.readTimeout = longer(settings.firstToken(), settings.stall()).plus(SPARE);
        this.connections = ConnectionProvider.builder("model")
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.connections())
                .pendingAcquireTimeout(settings.connect())
                .maxIdleTime(Duration.ofSeconds(20))
                .evictInBackground(Duration.ofSeconds(10))
                .build();
        reactor.netty.http.client.HttpClient http = reactor.netty.http.client.HttpClient.create(connections)
                .runOn(loop)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectTimeout.toMillis())
                .responseTimeout(readTimeout);
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_EVENT))
                .build();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        execute(request, listener);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventListener listener) {
        Call call = CALL.get();
        var context = new ServerSentEventContext(call);
        var ended = new AtomicBoolean();
        var dialect = new Dialect();
        Flux<org.springframework.http.codec.ServerSentEvent<String>> events =
                to(request).exchangeToFlux(WebTransport::events);
        var subscription = events.subscribe(
                event -> {
                    String data = Objects.requireNonNullElse(event.data(), "");
                    if (data.strip().equals(DONE)) {
                        // The answer is whole; the connection may take its time to end, and be used again.
                        end(ended, listener::onClose);
                    } else if (!data.isEmpty() && !ended.get() && !call.isCancelled()) {
                        listener.onEvent(new ServerSentEvent(event.event(), dialect.read(data)), context);
                    }
                },
                failure -> end(ended, () -> listener.onError(failure)),
                () -> end(ended, listener::onClose));
        call.underWay(subscription::dispose);
    }

    private static void end(AtomicBoolean ended, Runnable action) {
        if (ended.compareAndSet(false, true)) {
            action.run();
        }
    }

    private static Flux<org.springframework.http.codec.ServerSentEvent<String>> events(ClientResponse response) {
        return response.statusCode().is2xxSuccessful() ? response.bodyToFlux(EVENT) : Flux.from(refusal(response));
    }

    /** What the provider says to a refusal stays there: it may quote the request. */
    private static <T> Mono<T> refusal(ClientResponse response) {
        return response.releaseBody()
                .then(Mono.error(new HttpException(response.statusCode().value(), "refused")));
    }

    private WebClient.RequestBodySpec to(HttpRequest request) {
        URI to = URI.create(request.url());
        WebClient.RequestBodySpec spec =
                client.method(HttpMethod.valueOf(request.method().name())).uri(to);
        request.headers().forEach((name, values) -> spec.header(name, values.toArray(String[]::new)));
        if (request.body() != null) {
            spec.bodyValue(Dialect.sent(request.body(), Objects.requireNonNullElse(to.getHost(), "")));
        }
        return spec;
    }

    /** Everything here streams. */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("Only streams are read");
    }

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public void close() {
        connections.dispose();
        loop.dispose();
    }
}
