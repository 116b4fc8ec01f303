package org.mainforte.channel.web;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import org.mainforte.people.SessionTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoders;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Who may call what. Bearer tokens only (RFC 6750): no cookies, so no cross-site requests to fear. Tokens come from the
 * company's sign-in, or are our own (demo, resumed conversations).
 */
@Configuration(proxyBeanMethods = false)
class Security {
    /** No inline script or style, nothing from elsewhere, no framing by others. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

    @Bean
    SecurityWebFilterChain filterChain(ServerHttpSecurity http, Problems problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .authorizeExchange(rules -> rules.pathMatchers(
                                "/api/demo/**", "/api/resume-links/redeem", "/api/messages", "/api/hooks/tickets")
                        .permitAll()
                        .matchers(ServerWebExchangeMatchers.pathMatchers("/api/**"))
                        .authenticated()
                        .pathMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, "/kb/*/*/helpful/*")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationEntryPoint(problems::notSignedIn))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems::notSignedIn))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    ReactiveJwtDecoder jwtDecoder(
            SessionTokens ours, @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        ReactiveJwtDecoder own =
                NimbusReactiveJwtDecoder.withPublicKey(ours.publicKey()).build();
        if (issuer.isBlank()) {
            return own;
        }
        // Looked up at the first sign-in, not at start: the assistant starts while sign-in is down.
        Mono<ReactiveJwtDecoder> company = Mono.<ReactiveJwtDecoder>fromSupplier(
                        () -> ReactiveJwtDecoders.fromIssuerLocation(issuer))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(found -> Duration.ofDays(365), error -> Duration.ZERO, () -> Duration.ZERO);
        return token -> isOurs(token) ? own.decode(token) : company.flatMap(decoder -> decoder.decode(token));
    }

    /** Only chooses the key that must verify; a forged issuer then fails on the signature. */
    private static boolean isOurs(String token) {
        try {
            return SessionTokens.ISSUER.equals(
                    JWTParser.parse(token).getJWTClaimsSet().getIssuer());
        } catch (ParseException malformed) {
            throw new BadJwtException("The token cannot be read", malformed);
        }
    }
}
