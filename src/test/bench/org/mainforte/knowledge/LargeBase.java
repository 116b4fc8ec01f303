package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Section;

/**
 * A knowledge base of any size, as a large intranet would have it: every article is made of questions, headings and sentences of
 * the real ones, drawn by lot, seven in ten in French. One word in fifteen is replaced by a made-up name (Zipf's law, so that a few are
 * everywhere and most are rare), so that the number of different words grows with the number of articles.
 */
final class LargeBase {
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");
    private static final int NAMES = 30_000;
    private static final String[] SYLLABLES = "ba be bi co da do fa ga ka la le li lo ma me mi na no pa ra ri ro sa so ta ti to va vi zo"
            .split(" ");

    private final Random random = new Random(20_261_122);
    private final Map<Language, List<Article>> originals = new EnumMap<>(Language.class);
    private final Map<Language, List<String>> sentences = new EnumMap<>(Language.class);

    private LargeBase(Path knowledgeBase) {
        var library = new Library(new KnowledgeSettings(knowledgeBase));
        library.refresh();
        Shelf shelf = library.shelf();
        for (Language language : Language.values()) {
            List<Article> articles = shelf.articles().values().stream()
                    .filter(article -> article.language() == language)
                    .sorted(Comparator.comparing(Article::id))
                    .toList();
            originals.put(language, articles);
            sentences.put(
                    language,
                    articles.stream()
                            .flatMap(article -> article.sections().stream())
                            .flatMap(section -> SENTENCES.splitAsStream(section.wholeText()))
                            .filter(sentence -> sentence.length() > 20)
                            .toList());
        }
    }

    /** Writes so many articles below a folder, with the real vocabulary. */
    static void write(Path folder, Path knowledgeBase, int articles) throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.createDirectories(folder.resolve("vocabulary"));
        try (Stream<Path> words = Files.list(knowledgeBase.resolve("vocabulary"))) {
            for (Path list : words.toList()) {
                Files.copy(list, folder.resolve("vocabulary").resolve(list.getFileName()));
            }
        }
        var base = new LargeBase(knowledgeBase);
        for (int i = 0; i < articles; i++) {
            Language language = i % 10 < 7 ? Language.FR : Language.EN;
            Files.writeString(
                    folder.resolve("articles/page-" + i + "." + language.code() + ".md"), base.article(i, language));
        }
    }

    private String article(int number, Language language) {
        Article title = one(originals(language));
        String questions = IntStream.range(0, 4 + random.nextInt(8))
                .mapToObj(i -> "  - " + quoted(renamed(one(one(originals(language)).questions()))))
                .collect(Collectors.joining("\n"));
        var text = new StringBuilder("""
                ---
                id: page-%d
                title: %s
                summary: %s
                kind: howto
                questions:
                %s
                keywords: [%s, %s]
                start: [%s]
                owner: service-desk
                reviewed: 2026-11-15
                ---
                """.formatted(
                        number,
                        quoted(renamed(title.title()) + " " + name()),
                        quoted(renamed(one(sentences(language)))),
                        questions,
                        name(),
                        name(),
                        title.starts().stream().map(Object::toString).collect(Collectors.joining(", "))));
        for (String anchor : List.of("what-you-see", "what-to-do", "if-it-does-not-work", "call-a-person")) {
            text.append("## ").append(heading(title, anchor)).append(" {#").append(anchor).append("}\n");
            for (int i = 2 + random.nextInt(9); i > 0; i--) {
                text.append(plain(renamed(one(sentences(language))))).append("\n\n");
            }
        }
        return text.toString();
    }

    private static String heading(Article article, String anchor) {
        return article.section(anchor).map(Section::title).orElse(anchor);
    }

    private String renamed(String text) {
        return WORD.matcher(text).replaceAll(word -> random.nextInt(15) == 0 ? name() : word.group());
    }

    /** A made-up name; the n-th most common comes up in proportion to 1/n. */
    private String name() {
        int rank = (int) Math.pow(NAMES, random.nextDouble());
        List<String> syllables = new ArrayList<>();
        for (int left = rank + 40; left > 0; left /= SYLLABLES.length) {
            syllables.add(SYLLABLES[left % SYLLABLES.length]);
        }
        return String.join("", syllables);
    }

    private static String quoted(String text) {
        return "\"" + plain(text).replace("\"", "'") + "\"";
    }

    private static String plain(String text) {
        return text.replaceAll("[\\\\{}<>#\\[\\]`*_|]", " ").strip();
    }

    private List<Article> originals(Language language) {
        return Objects.requireNonNull(originals.get(language));
    }

    private List<String> sentences(Language language) {
        return Objects.requireNonNull(sentences.get(language));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
