package org.mainforte.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.knowledge.embedding.Piece;
import org.mainforte.markdown.Section;

/** The texts by whose meaning an article is found: how people ask for it, and what it says. Short enough for small models. */
final class Pieces {
    private static final int LONGEST = 1_600;

    private Pieces() {}

    static List<Piece> of(Shelf shelf) {
        List<Piece> pieces = new ArrayList<>();
        shelf.articles().values().stream()
                .sorted(Comparator.comparing(Article::id).thenComparing(Article::language))
                .forEach(article -> {
                    pieces.add(new Piece(article.id(), asked(article, shelf)));
                    pieces.add(new Piece(article.id(), said(article)));
                });
        return pieces;
    }

    private static String asked(Article article, Shelf shelf) {
        Stream<String> asked = Stream.concat(article.questions().stream(), shelf.questionsOfGuides(article).stream());
        return shortened(Stream.concat(Stream.of(article.title(), article.summary()), asked)
                .collect(Collectors.joining("\n")));
    }

    private static String said(Article article) {
        return shortened(Stream.concat(
                        Stream.of(article.title()), article.sections().stream().map(Pieces::text))
                .collect(Collectors.joining("\n")));
    }

    private static String text(Section section) {
        return section.title() + "\n" + section.wholeText();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, end > 0 ? end : LONGEST);
    }
}
