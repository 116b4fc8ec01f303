package org.mainforte.knowledge;

import java.util.List;

/**
 * Further ways people ask for what an article answers, kept beside the article because a writer does not need to see them. They are
 * searched like its questions.
 *
 * @param lines as people typed them
 */
record Wordings(List<String> lines) {
    /** One a line; empty lines and those that begin with {@code #} are left out. */
    static Wordings parse(String text) {
        return new Wordings(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }
}
