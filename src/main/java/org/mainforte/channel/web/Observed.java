package org.mainforte.channel.web;

import io.micrometer.observation.ObservationPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What is not measured: each filter of the security chain, and how long somebody's event stream stays open. */
@Configuration(proxyBeanMethods = false)
class Observed {
    @Bean
    SecurityObservationSettings noSecurityFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ObservationPredicate noEventStreams() {
        return (name, context) ->
                !(context instanceof ServerRequestObservationContext request && isStream(request.getCarrier()));
    }

    private static boolean isStream(@Nullable ServerHttpRequest request) {
        return request != null && request.getPath().value().endsWith("/events");
    }
}
