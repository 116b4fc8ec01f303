package org.mainforte.markdown.html;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes articles under {@code imported/} out of a folder of HTML pages, as SharePoint, Confluence or a crawl leave it. The same
 * export again gives the same files; a page that is gone from it goes from {@code imported/} too.
 */
public final class HtmlImport {
    private static final long LARGEST = 5L * 1024 * 1024;
    private static final int DEEPEST_FOLDER = 40;

    private final Path export;
    private final Path target;
    private final String owner;
    private final ImportReport report = new ImportReport();
    private final Map<String, ExportPage> pages = new TreeMap<>();
    private final Set<String> files = new HashSet<>();
    private final Map<String, String> seen = new HashMap<>();

    private HtmlImport(Path export, Path target, String owner) {
        this.export = export;
        this.target = target;
        this.owner = owner;
    }

    /**
     * Imports a folder.
     *
     * @param target where the articles go; made when missing
     * @param owner who answers for them
     * @throws IOException when the export cannot be read or an article not be written; what was written stays, and is whole
     */
    public static ImportReport run(Path export, Path target, String owner) throws IOException {
        var work = new HtmlImport(export.toAbsolutePath().normalize(), target, owner);
        work.read();
        work.write();
        return work.report;
    }

    private void read() throws IOException {
        Map<String, Path> found = new TreeMap<>();
        Files.walkFileTree(
                export, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST_FOLDER, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                        if (is.isRegularFile()) {
                            found.put(export.relativize(file).toString().replace('\\', '/'), file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.addAll(found.keySet());
        for (Map.Entry<String, Path> file : found.entrySet()) {
            if (file.getKey().matches("(?i).*\\.(x?html?|aspx|action)")) {
                readPage(file.getKey(), file.getValue());
            } else {
                report.otherFile();
            }
        }
    }

    private void readPage(String path, Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            report.leftOut(path, "it is larger than 5 MB; cut it into pages");
            return;
        }
        LocalDate changed = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
        try {
            ExportPage page = ExportPage.read(path, Files.readAllBytes(file), changed);
            String before = seen.putIfAbsent(fingerprint(page), path);
            if (before == null) {
                pages.put(path, page);
            } else {
                report.duplicate(path, before);
            }
        } catch (ExportPage.LeftOut reason) {
            report.leftOut(path, String.valueOf(reason.getMessage()));
        }
    }

    private static String fingerprint(ExportPage page) {
        var words = new StringBuilder(page.language().code());
        page.sections().forEach(section -> words.append(section.heading()).append(section.markdown()));
        return TextLanguage.fold(Inlines.LINK.matcher(words).replaceAll("$2")).replaceAll("[^a-z0-9]+", " ");
    }

    private void write() throws IOException {
        Map<String, String> names = PageNames.of(pages.values());
        var links = new PageLinks(pages.values(), names, files);
        Files.createDirectories(target);
        Set<Path> written = new HashSet<>();
        for (ExportPage page : pages.values()) {
            String name = names.getOrDefault(page.path(), "");
            Path file = target.resolve(name + "." + page.language().code() + ".md");
            String text = ArticleText.of(page, name, owner, source(page.path()), number -> target(links, page, number));
            save(file, text);
            written.add(file);
            report.taken(page.path(), file.getFileName().toString(), (int)
                    page.sections().stream().filter(section -> !section.child()).count());
            page.pictures().forEach(picture -> report.picture(page.path(), picture));
        }
        removeGone(written);
    }

    private String target(PageLinks links, ExportPage page, int number) {
        String href = page.links().get(number);
        PageLinks.Found found = links.of(page, href);
        report.link(page.path(), found.fate(), href);
        return found.target() == null ? "" : found.target();
    }

    private String source(String path) {
        return export.getFileName() + "/" + path;
    }

    /** Whole or not at all: the running product may look at the folder at any moment. */
    private static void save(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeGone(Set<Path> written) throws IOException {
        String ours = "source: \"" + source("").replace("\\", "\\\\").replace("\"", "\\\"");
        try (Stream<Path> there = Files.list(target)) {
            for (Path file :
                    there.filter(each -> each.toString().endsWith(".md")).toList()) {
                if (!written.contains(file) && Files.readString(file).lines().anyMatch(line -> line.startsWith(ours))) {
                    Files.delete(file);
                    report.gone(file.getFileName().toString());
                }
            }
        }
    }
}
