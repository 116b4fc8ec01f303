package org.mainforte.markdown.html;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself, read before its content is cut out of it. */
record PageHead(
        String title,
        String language,
        List<String> addresses,
        @Nullable LocalDate modified) {
    private static final int LONGEST_TITLE = 150;
    private static final Pattern SAVED = Pattern.compile("(?i)<!--\\s*saved from url=\\(\\d+\\)(\\S{1,2000})\\s*-->");
    private static final Pattern ISO_DAY = Pattern.compile("\\b(20\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)");
    private static final Pattern WRITTEN_DAY =
            Pattern.compile("(?i)\\b(?:(\\d{1,2})(?:er)?\\s+)?(\\p{L}{3,9})\\.?\\s+(?:(\\d{1,2}),?\\s+)?(20\\d\\d)\\b");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("fev", 2),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("avr", 4),
            Map.entry("apr", 4),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("juin", 6),
            Map.entry("jun", 6),
            Map.entry("juil", 7),
            Map.entry("jul", 7),
            Map.entry("aou", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    static PageHead of(Document page, String source, String fallback) {
        List<String> addresses = new ArrayList<>();
        addresses.add(page.select("link[rel=canonical]").attr("href"));
        addresses.add(page.select("meta[property=og:url]").attr("content"));
        var saved = SAVED.matcher(source.substring(0, Math.min(5_000, source.length())));
        if (saved.find()) {
            addresses.add(saved.group(1));
        }
        addresses.removeIf(String::isBlank);
        return new PageHead(
                title(page, fallback), page.select("html").attr("lang"), List.copyOf(addresses), modified(page));
    }

    private static String title(Document page, String fallback) {
        List<String> candidates = new ArrayList<>();
        for (String place : List.of(
                "#title-text",
                "[data-automation-id=TitleTextId], [data-automation-id=pageHeader] h1",
                "main h1, article h1",
                "h1")) {
            Element found = page.selectFirst(place);
            candidates.add(found == null ? "" : found.text());
        }
        candidates.add(page.select("meta[property=og:title]").attr("content"));
        candidates.add(page.title());
        candidates.add(fallback);
        // “Space : Page” in a Confluence export, “Page - Site” and “Page | Site” elsewhere
        boolean wiki = page.selectFirst("#title-text") != null;
        return candidates.stream()
                .map(title -> wiki
                        ? title.replaceFirst("^[^:]{1,60} : ", "")
                        : title.replaceFirst("\\s+[|–—-]\\s+[^|–—]{1,60}$", ""))
                .map(title -> title.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip())
                .filter(title -> !title.isEmpty())
                .map(title -> title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…")
                .findFirst()
                .orElse(fallback);
    }

    private static @Nullable LocalDate modified(Document page) {
        for (String written : List.of(
                page.select("meta[property=article:modified_time]").attr("content"),
                page.select("meta[name=last-modified], meta[name=dcterms.modified], meta[http-equiv=last-modified]")
                        .attr("content"),
                page.select("time[datetime]").attr("datetime"),
                page.select(".page-metadata").text())) {
            LocalDate day = day(written);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(String written) {
        try {
            var iso = ISO_DAY.matcher(written);
            if (iso.find()) {
                return LocalDate.parse(iso.group());
            }
            LocalDate last = null;
            var words = WRITTEN_DAY.matcher(written);
            while (words.find()) {
                String month = TextLanguage.fold(words.group(2));
                int letters = month.startsWith("jui") && month.length() > 3 ? 4 : 3;
                Integer number = MONTHS.get(month.substring(0, Math.min(letters, month.length())));
                String day = words.group(1) == null ? words.group(3) : words.group(1);
                if (number != null && day != null) {
                    last = LocalDate.of(Integer.parseInt(words.group(4)), number, Integer.parseInt(day));
                }
            }
            return last;
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
