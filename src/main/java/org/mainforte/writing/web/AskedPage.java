package org.mainforte.writing.web;

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

/** The page for writers and leads: an empty frame that anybody may load; its script asks for what only a manager is told. */
@RestController
class AskedPage {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
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
            "download",
            "copy",
            "page",
            "helped",
            "did-not",
            "nobody-told",
            "line",
            "lost");
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%2$s · Mainforte</title>
            <link rel="stylesheet" href="/kb.css">
            <script type="module" src="/asked.js"></script>
            </head>
            <body>
            <header><a href="/kb/asked?language=%3$s" hreflang="%3$s" lang="%3$s">%4$s</a></header>
            <main id="asked"%5$s>
            <h1>%2$s</h1>
            <p class="summary">%6$s</p>
            <p id="state" role="status"></p>
            <section id="who" aria-labelledby="who-title" hidden><h2 id="who-title">%7$s</h2><div class="people"></div></section>
            <section id="faults" aria-labelledby="faults-title" hidden><h2 id="faults-title">%11$s</h2><p>%12$s</p><ul class="groups"></ul></section>
            <section id="fr" aria-labelledby="fr-title" hidden><h2 id="fr-title">%8$s</h2><ul class="groups"></ul></section>
            <section id="en" aria-labelledby="en-title" hidden><h2 id="en-title">%9$s</h2><ul class="groups"></ul></section>
            <section id="pages" aria-labelledby="pages-title" hidden><h2 id="pages-title">%10$s</h2></section>
            </main>
            </body>
            </html>
            """;

    /** @param language of the page; that of the browser when it is missing */
    @GetMapping("/kb/asked")
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
                text(language, "french"),
                text(language, "english"),
                text(language, "pages"),
                text(language, "faults"),
                text(language, "faults-intro"));
    }

    /** Our own texts hold no markup; a quotation mark would end an attribute. */
    private static String text(Language language, String key) {
        return Texts.get(language, "writing.page." + key)
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;");
    }
}
