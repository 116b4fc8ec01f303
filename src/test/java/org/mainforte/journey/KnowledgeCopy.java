package org.mainforte.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A knowledge base of one's own, for tests that write in it. */
public final class KnowledgeCopy {
    private KnowledgeCopy() {}

    /** @return a fresh folder that holds {@code knowledge-base} */
    public static Path fresh() {
        Path from = Path.of("knowledge-base");
        try (Stream<Path> files = Files.walk(from)) {
            Path to = Files.createTempDirectory("mainforte-live");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve("knowledge-base").resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return to;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
