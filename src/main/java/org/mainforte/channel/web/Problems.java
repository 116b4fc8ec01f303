package org.mainforte.channel.web;

import java.net.URI;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every error as a problem document (RFC 9457): a stable code, a sentence in the caller's language, no internals. */
@Component
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<ProblemDetail> problem(Problem problem, ServerWebExchange exchange) {
        ProblemDetail detail = detail(
                problem.status(),
                problem.code(),
                language(exchange),
                problem.arguments().toArray());
        problem.properties().forEach(detail::setProperty);
        return answer(detail);
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<ProblemDetail> refusal(Refusal refusal, ServerWebExchange exchange) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(422), refusal.text(language(exchange)));
        detail.setType(URI.create("urn:mainforte:problem:refused"));
        detail.setProperty("code", "refused");
        return answer(detail);
    }

    @ExceptionHandler(ResponseStatusException.class)
    ResponseEntity<ProblemDetail> status(ResponseStatusException error, ServerWebExchange exchange) {
        return status(error.getStatusCode().value(), error, exchange);
    }

    @ExceptionHandler(ErrorResponseException.class)
    ResponseEntity<ProblemDetail> response(ErrorResponseException error, ServerWebExchange exchange) {
        return status(error.getStatusCode().value(), error, exchange);
    }

    /** The database is away or overloaded: nothing was stored, try again soon. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> storage(Exception error, ServerWebExchange exchange) {
        LOG.error("Storage failed for {}", exchange.getRequest().getPath(), error);
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(503, "unavailable", language(exchange)));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> anything(Exception error, ServerWebExchange exchange) {
        LOG.error("Request {} failed", exchange.getRequest().getPath(), error);
        return answer(detail(500, "failed", language(exchange)));
    }

    private ResponseEntity<ProblemDetail> status(int status, Exception error, ServerWebExchange exchange) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return answer(detail(413, "too-large", language(exchange)));
            }
        }
        String code = switch (status) {
            case 400 -> "malformed";
            case 401 -> "not-signed-in";
            case 403, 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "media-type";
            default -> status < 500 ? "malformed" : "failed";
        };
        if (status >= 500) {
            LOG.error("Request {} failed", exchange.getRequest().getPath(), error);
        }
        return answer(detail(status == 403 ? 404 : status, code, language(exchange)));
    }

    /** 401 with a problem document, for requests without a valid token. */
    Mono<Void> notSignedIn(ServerWebExchange exchange, AuthenticationException error) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return write(exchange, 401, "not-signed-in");
    }

    /** A problem document from outside a controller. */
    Mono<Void> write(ServerWebExchange exchange, int status, String code) {
        ProblemDetail detail = detail(status, code, language(exchange));
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = json.writeValueAsBytes(detail);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static ProblemDetail detail(int status, String code, Language language, Object... arguments) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(status), Texts.get(language, "problem." + code, arguments));
        detail.setType(URI.create("urn:mainforte:problem:" + code));
        detail.setProperty("code", code);
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static Language language(ServerWebExchange exchange) {
        return Language.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
