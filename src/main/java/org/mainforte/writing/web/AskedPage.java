package org.mainforte.writing.web;

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

/** The page for writers and leads: what was asked in vain, broken files, what readers think. */
@RestController
class AskedPage {
    private static final List<String> SAID = List.of(
            "person",
            "sign-in",
            "forbidden",
            "failed",
            "none",
            "count",
            "count-one",
            "unknown",
            "out-of-scope",
            "not-helpful",
            "examples",
            "begin",
            "answers",
            "article",
            "choose",
            "near",
            "all",
            "ways",
            "ways-masked",
            "add",
            "added",
            "left",
            "download",
            "copy",
            "page",
            "helped",
            "did-not",
            "nobody-told",
            "line",
            "lost");
    private static final StaffPage PAGE = new StaffPage("/kb/asked", "asked", "writing.page.", SAID, """
            <section id="faults" aria-labelledby="faults-title" hidden><h2 id="faults-title">{faults}</h2><p>{faults-intro}</p><ul class="groups"></ul></section>
            <section id="fr" aria-labelledby="fr-title" hidden><h2 id="fr-title">{french}</h2><ul class="groups"></ul></section>
            <section id="en" aria-labelledby="en-title" hidden><h2 id="en-title">{english}</h2><ul class="groups"></ul></section>
            <section id="pages" aria-labelledby="pages-title" hidden><h2 id="pages-title">{pages}</h2></section>
            """);

    /** @param language of the page; that of the browser when it is missing */
    @GetMapping("/kb/asked")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return PAGE.in(Language.of(language == null ? accepted : language));
    }
}
