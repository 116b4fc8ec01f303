package org.mainforte.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs axe-core over what a page shows and keeps what it finds, with the state in which it found it. */
final class Axe {
    private static final Path SCRIPT = Path.of("widget/node_modules/axe-core/axe.min.js");
    private static final String RUN = """
            async () => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly: tags });
              return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
                `${id} at ${target.flat().join(" ")}: ${[...any, ...all, ...none].map(({ message }) => message).join("; ")}`));
            }""";

    private final String script;
    private final List<String> findings = new ArrayList<>();

    Axe() {
        try {
            script = Files.readString(SCRIPT);
        } catch (IOException missing) {
            throw new UncheckedIOException("axe-core is missing: run sh widget/build.sh", missing);
        }
    }

    /** The page must be one whose content policy lets axe in. */
    Axe looks(Page page, String state) {
        page.evaluate("if (!window.axe) {" + script + "}");
        for (Object finding : (List<?>) page.evaluate(RUN)) {
            findings.add(state + ": " + finding);
        }
        return this;
    }

    List<String> findings() {
        return findings;
    }
}
