package org.mainforte.knowledge.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.Library;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The readable page of each article; nobody has to sign in, the sources of an answer can be opened anywhere. */
@RestController
class PageController {
    /** Nothing but our own stylesheet: whatever a text may contain, a browser will not run it. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Library library;
    private final ArticlePage pages;
    private final Clock clock;

    PageController(Library library, ArticlePage pages, Clock clock) {
        this.library = library;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/kb/{language}/{article}")
    ResponseEntity<String> page(@PathVariable String language, @PathVariable String article) {
        Language asked = Language.of(language);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ActingClock.PARIS);
        return library.article(article, asked)
                .filter(found -> asked.code().equals(language))
                .filter(found -> found.validity().holdsOn(today))
                .map(found -> answer(HttpStatus.OK, pages.of(found)))
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND, pages.notFound(asked)));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(page);
    }
}
