package org.mainforte.channel.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The two pages: the demo intranet with the chat in its corner, and the chat alone for phones. */
@Configuration(proxyBeanMethods = false)
class Pages {
    @Bean
    RouterFunction<ServerResponse> chatPages() {
        return RouterFunctions.route(RequestPredicates.GET("/"), request -> page("static/index.html"))
                .andRoute(RequestPredicates.GET("/chat"), request -> page("static/chat.html"));
    }

    private static Mono<ServerResponse> page(String file) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(new ClassPathResource(file));
    }
}
