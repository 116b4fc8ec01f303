package org.mainforte.markdown.html;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mainforte.markdown.Document;

/** A folder of pages as some tool exported it, and what the import made of it. */
record Export(Path root) {
    private static final FileTime EXPORTED = FileTime.from(Instant.parse("2026-10-01T10:00:00Z"));

    Export page(String path, String html) throws IOException {
        return page(path, html, Charset.forName("UTF-8"));
    }

    Export page(String path, String html, Charset encoding) throws IOException {
        return page(path, html.getBytes(encoding));
    }

    Export page(String path, byte[] bytes) throws IOException {
        Path file = root.resolve("export").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, EXPORTED);
        return this;
    }

    String imported() throws IOException {
        return HtmlImport.run(root.resolve("export"), root.resolve("imported"), "intranet")
                .toString();
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("imported"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The whole file of an article. */
    String article(String name) throws IOException {
        return Files.readString(root.resolve("imported").resolve(name));
    }

    /** What stands under the front matter. */
    String body(String name) throws IOException {
        return article(name).split("\n---\n", 2)[1];
    }

    Document document(String name) throws IOException {
        return Document.parse(article(name), name);
    }
}
