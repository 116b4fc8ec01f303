package org.mainforte.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that mean the same, in one language. Each group is a concept; a text that contains one of its expressions contains the
 * concept. One group a line, expressions of one or more words separated by commas; {@code #} begins a comment:
 *
 * <pre>
 * mot de passe, mdp, password, pwd
 * </pre>
 */
public final class Vocabulary {
    public static final Vocabulary EMPTY = new Vocabulary(List.of());

    /** Begins the term of a concept; no word begins with it. */
    static final String CONCEPT_MARK = "=";

    private final List<List<String>> groups;

    private Vocabulary(List<List<String>> groups) {
        this.groups = groups;
    }

    public static Vocabulary parse(List<String> lines) {
        List<List<String>> groups = lines.stream()
                .map(line -> line.replaceFirst("#.*", ""))
                .map(line -> Stream.of(line.split("[,=;]"))
                        .map(String::strip)
                        .filter(expression -> !expression.isEmpty())
                        .toList())
                .filter(group -> group.size() > 1)
                .toList();
        return new Vocabulary(groups);
    }

    /** One concept said in many ways. */
    static Vocabulary of(List<String> expressions) {
        return new Vocabulary(List.of(expressions));
    }

    Concepts concepts(Wording wording) {
        return new Concepts(groups, wording);
    }

    /** The groups as they are found in the words of a text. */
    static final class Concepts {
        private final Map<String, List<Expression>> byFirstStem = new HashMap<>();
        private final Set<String> surfaces = new HashSet<>();

        private final List<List<String>> groups;

        private Concepts(List<List<String>> groups, Wording wording) {
            this.groups = groups;
            for (int i = 0; i < groups.size(); i++) {
                for (String expression : groups.get(i)) {
                    add(wording.words(expression), CONCEPT_MARK + i);
                }
            }
        }

        private void add(List<Word> words, String concept) {
            if (!words.isEmpty()) {
                List<String> stems = words.stream().map(Word::stem).toList();
                byFirstStem
                        .computeIfAbsent(stems.getFirst(), first -> new ArrayList<>())
                        .add(new Expression(stems, concept));
                words.forEach(word -> surfaces.add(word.surface()));
            }
        }

        /** The expressions that begin at a word. */
        List<Expression> at(List<Word> words, int start) {
            List<Expression> begun = byFirstStem.get(words.get(start).stem());
            if (begun == null) {
                return List.of();
            }
            return begun.stream()
                    .filter(expression -> expression.standsAt(words, start))
                    .toList();
        }

        /** The ways to say a concept, as written. */
        List<String> said(String concept) {
            return groups.get(Integer.parseInt(concept.substring(CONCEPT_MARK.length())));
        }

        /** Every word that stands in a group, as written. */
        Set<String> surfaces() {
            return surfaces;
        }
    }

    /** One way to say a concept. */
    record Expression(List<String> stems, String concept) {
        int length() {
            return stems.size();
        }

        private boolean standsAt(List<Word> words, int start) {
            if (start + stems.size() > words.size()) {
                return false;
            }
            for (int i = 0; i < stems.size(); i++) {
                if (!words.get(start + i).stem().equals(stems.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
