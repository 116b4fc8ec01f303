package org.mainforte.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The least a WebFlux server can do for a turn: answer 202 and push one event. No security, no database, no thought. */
final class Baseline implements Target {
    private final String base;

    Baseline(String base) {
        this.base = base;
    }

    /** The server, in a process of its own. */
    static final class Server {
        private Server() {}

        public static void main(String[] arguments) {
            Map<String, Sinks.Many<ServerSentEvent<String>>> streams = new ConcurrentHashMap<>();
            var routes = RouterFunctions.route()
                    .GET("/{id}/events", request -> ServerResponse.ok()
                            .body(stream(streams, request.pathVariable("id")).asFlux(), ServerSentEvent.class))
                    .POST("/{id}/messages", request -> request.bodyToMono(String.class).flatMap(body -> {
                        stream(streams, request.pathVariable("id"))
                                .tryEmitNext(ServerSentEvent.builder(body).event("idle").build());
                        return ServerResponse.accepted().build();
                    }))
                    .GET("/", request -> ServerResponse.ok().body(Mono.just("ready"), String.class))
                    .build();
            DisposableServer server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(Integer.parseInt(arguments[0]))
                    .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                    .bindNow();
            server.onDispose().block();
        }

        private static Sinks.Many<ServerSentEvent<String>> stream(
                Map<String, Sinks.Many<ServerSentEvent<String>>> streams, String id) {
            return streams.computeIfAbsent(id, key -> Sinks.many().multicast().directBestEffort());
        }
    }

    @Override
    public String name() {
        return "bare WebFlux";
    }

    @Override
    public void open(int conversations) {
        // there is nothing to open
    }

    @Override
    public HttpRequest events(int conversation) {
        return HttpRequest.newBuilder(URI.create(base + "/" + conversation + "/events"))
                .build();
    }

    @Override
    public boolean heard(int conversation, String event, String data) {
        return event.equals("idle");
    }

    @Override
    public HttpRequest turn(int conversation) {
        return HttpRequest.newBuilder(URI.create(base + "/" + conversation + "/messages"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"clientId\":\"0\",\"choice\":\"done\"}"))
                .build();
    }

    @Override
    public List<String> faults() {
        return List.of();
    }
}
