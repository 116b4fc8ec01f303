package org.mainforte.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A page for some roles only: an empty frame that anybody may load; its script signs them in and asks for what only they are told.
 *
 * @param path where it is
 * @param script the name of its script, and of its main element
 * @param texts what its texts' keys begin with
 * @param said the texts that the script says itself
 * @param content the rest of the frame, with texts by their keys in braces
 */
public record StaffPage(String path, String script, String texts, List<String> said, String content) {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    private static final Pattern KEY = Pattern.compile("\\{([a-z-]+)}");
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · Mainforte</title>
            <link rel="stylesheet" href="/kb.css">
            <script type="module" src="/%3$s.js"></script>
            </head>
            <body>
            <header><a href="%4$s?language=%2$s" hreflang="%2$s" lang="%2$s">{language}</a></header>
            <main id="%3$s" %5$s>
            <h1>{title}</h1>
            <p class="summary">{intro}</p>
            <p id="state" role="status"></p>
            <section id="who" aria-labelledby="who-title" hidden><h2 id="who-title">{person}</h2><div class="people"></div></section>
            %6$s
            </main>
            </body>
            </html>
            """;

    public ResponseEntity<String> in(Language language) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(written(language));
    }

    private String written(Language language) {
        String attributes =
                said.stream().map(key -> "data-" + key + "=\"{" + key + "}\"").collect(Collectors.joining(" "));
        String frame =
                FRAME.formatted(language.code(), language.other().code(), script, path, attributes, content.strip());
        return KEY.matcher(frame).replaceAll(key -> Matcher.quoteReplacement(text(language, key.group(1))));
    }

    /** Our own texts hold no markup; a quotation mark would end an attribute. */
    private String text(Language language, String key) {
        return Texts.get(language, texts + key)
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;");
    }
}
