package org.mainforte.outside.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page for operators: an empty frame that anybody may load; its script asks for what only agents and managers are told. */
@RestController
class AttentionPage {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
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
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%2$s · Mainforte</title>
            <link rel="stylesheet" href="/kb.css">
            <script type="module" src="/attention.js"></script>
            </head>
            <body>
            <header><a href="/outside?language=%3$s" hreflang="%3$s" lang="%3$s">%4$s</a></header>
            <main id="attention"%5$s>
            <h1>%2$s</h1>
            <p class="summary">%6$s</p>
            <p id="state" role="status"></p>
            <section id="who" aria-labelledby="who-title" hidden><h2 id="who-title">%7$s</h2><div class="people"></div></section>
            <ul id="errands"></ul>
            <section id="decisions" aria-labelledby="decisions-title" hidden><h2 id="decisions-title">%8$s</h2><ul></ul></section>
            </main>
            </body>
            </html>
            """;

    /** @param language of the page; that of the browser when it is missing */
    @GetMapping("/outside")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(page(Language.of(language == null ? accepted : language)));
    }

    private static String page(Language language) {
        String said = SAID.stream()
                .map(key -> " data-" + key + "=\"" + text(language, key) + "\"")
                .collect(Collectors.joining());
        return PAGE.formatted(
                language.code(),
                text(language, "title"),
                language.other().code(),
                text(language, "language"),
                said,
                text(language, "intro"),
                text(language, "person"),
                text(language, "decisions"));
    }

    /** Our own texts hold no markup; a quotation mark would end an attribute. */
    private static String text(Language language, String key) {
        return Texts.get(language, "outside.page." + key)
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;");
    }
}
