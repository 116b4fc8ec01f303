package org.mainforte.handover.web;

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

/** The pages of agents and technicians. They are empty without a sign-in: everything in them comes from the API. */
@Configuration(proxyBeanMethods = false)
class DeskPages {
    @Bean
    RouterFunction<ServerResponse> deskRoutes() {
        return RouterFunctions.route(RequestPredicates.GET("/desk"), request -> page("static/desk.html"))
                .andRoute(RequestPredicates.GET("/desk/day"), request -> page("static/day.html"))
                .andRoute(RequestPredicates.GET("/desk/tickets"), request -> page("static/tickets.html"));
    }

    private static Mono<ServerResponse> page(String file) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(new ClassPathResource(file));
    }
}
