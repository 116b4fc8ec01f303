package org.mainforte.markdown;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mainforte.markdown.html.HtmlImport;
import org.mainforte.markdown.html.ImportReport;

/**
 * The command that makes articles out of an intranet export, instead of starting the product:
 *
 * <pre>
 * --mainforte.import=FOLDER [--mainforte.knowledge-base=FOLDER] [--mainforte.import-owner=NAME]
 * </pre>
 */
public final class Import {
    private static final String FOLDER = "--mainforte.import=";

    private Import() {}

    public static boolean isAsked(String[] arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(FOLDER));
    }

    /**
     * Imports and prints what was done.
     *
     * @return 0 when at least one page was taken, else 1
     */
    public static int run(String[] arguments, PrintStream out) {
        Path export = Path.of(value(arguments, FOLDER).orElse(""));
        Path base = Path.of(value(arguments, "--mainforte.knowledge-base=")
                .or(() -> Optional.ofNullable(System.getenv("MAINFORTE_KNOWLEDGE_BASE")))
                .orElse("knowledge-base"));
        if (!Files.isDirectory(export)) {
            out.println("There is no folder “" + export + "”. Name the folder that holds the exported pages.");
            return 1;
        }
        if (!Files.isDirectory(base)) {
            out.println("There is no knowledge base at “" + base
                    + "”. Run this beside it, or set mainforte.knowledge-base.");
            return 1;
        }
        try {
            String owner = value(arguments, "--mainforte.import-owner=").orElse("intranet");
            ImportReport report = HtmlImport.run(export, base.resolve("imported"), owner);
            out.print(report);
            return report.pages() > 0 ? 0 : 1;
        } catch (IOException broken) {
            out.println("The import stopped: " + broken + ". What was written before is whole; run it again.");
            return 1;
        }
    }

    private static Optional<String> value(String[] arguments, String name) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
