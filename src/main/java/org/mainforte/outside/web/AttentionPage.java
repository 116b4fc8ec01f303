package org.mainforte.outside.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.people.StaffPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page for operators: what did not reach a system outside. */
@RestController
class AttentionPage {
    private static final List<String> SAID = List.of(
            "ticket",
            "ticket-note",
            "calendar",
            "mail",
            "forbidden",
            "failed",
            "none",
            "tried",
            "retry",
            "retried",
            "give-up",
            "given-up",
            "reason",
            "cancel");
    private static final StaffPage PAGE = new StaffPage("/outside", "attention", "outside.page.", SAID, """
            <ul id="errands"></ul>
            <section id="decisions" aria-labelledby="decisions-title" hidden><h2 id="decisions-title">{decisions}</h2><ul></ul></section>
            """);

    /** @param language of the page; that of the browser when it is missing */
    @GetMapping("/outside")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return PAGE.in(Language.of(language == null ? accepted : language));
    }
}
