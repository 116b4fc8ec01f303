package org.mainforte.knowledge.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.knowledge.Article;
import org.mainforte.knowledge.Helpfulness;
import org.mainforte.knowledge.Library;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The readable page of each article; nobody has to sign in, the sources of an answer can be opened anywhere. */
@RestController
class PageController {
    /** Nothing but our own stylesheet: whatever a text may contain, a browser will not run it. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private final Library library;
    private final ArticlePage pages;
    private final Helpfulness helpfulness;
    private final Clock clock;

    PageController(Library library, ArticlePage pages, Helpfulness helpfulness, Clock clock) {
        this.helpfulness = helpfulness;
        this.library = library;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/kb/{language}/{article}")
    ResponseEntity<String> page(
            @PathVariable String language,
            @PathVariable String article,
            @RequestParam(required = false) @Nullable Boolean helped) {
        return found(language, article)
                .map(found -> answer(HttpStatus.OK, pages.of(found, helped)))
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND, pages.notFound(Language.of(language))));
    }

    /**
     * A reader tells whether the page helped. There is no session to ride on, so a page elsewhere could only falsify a count; it is
     * refused all the same, by what browsers say of where a request comes from (Fetch Metadata, or else the origin).
     */
    @PostMapping("/kb/{language}/{article}/helpful/{answer}")
    ResponseEntity<Void> helped(
            @PathVariable String language,
            @PathVariable String article,
            @PathVariable String answer,
            @RequestHeader HttpHeaders headers) {
        if (!fromHere(headers)) {
            throw new Problem(403, "not-found");
        }
        Article found = found(language, article)
                .filter(page -> answer.equals("yes") || answer.equals("no"))
                .orElseThrow(Problem::notFound);
        boolean helpful = answer.equals("yes");
        helpfulness.note(found, helpful);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(found.url() + "?helped=" + helpful + "#helpful"))
                .build();
    }

    private static boolean fromHere(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = headers.getOrigin();
        return origin == null || origin.replaceFirst("^https?://", "").equals(headers.getFirst(HttpHeaders.HOST));
    }

    private Optional<Article> found(String language, String article) {
        Language asked = Language.of(language);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ActingClock.PARIS);
        return library.article(article, asked)
                .filter(found -> asked.code().equals(language))
                .filter(found -> found.validity().holdsOn(today));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                // the origin stays with the form of this page; other sites learn nothing
                .header("Referrer-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(page);
    }
}
