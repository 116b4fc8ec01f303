package org.mainforte.markdown.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What pages are called as articles: {@code intranet-} and their file's name. A French and an English page that lie at the same place
 * of two language folders are twins and share their name; any other second page of a name gets letters made of its path, so that
 * names stay when pages come or go.
 */
final class PageNames {
    static final String PREFIX = "intranet-";

    private PageNames() {}

    /** The name of each page, by its path. */
    static Map<String, String> of(Collection<ExportPage> pages) {
        Map<String, String> names = new HashMap<>();
        Map<String, ExportPage> taken = new HashMap<>();
        List<ExportPage> sorted =
                pages.stream().sorted(Comparator.comparing(ExportPage::path)).toList();
        for (ExportPage page : sorted) {
            String plain = PREFIX + name(page.path());
            ExportPage other = taken.get(plain);
            boolean twin = other != null
                    && other.language() != page.language()
                    && neutral(other.path()).equals(neutral(page.path()))
                    && !taken.containsKey(plain + page.language().code());
            String name = other == null || twin ? plain : plain + "-" + letters(page.path());
            taken.put(other == null ? plain : plain + page.language().code(), page);
            names.put(page.path(), name);
        }
        return names;
    }

    /** The path without the folder or ending that tells the language. */
    private static String neutral(String path) {
        return ("/" + path)
                .replaceAll("(?i)/(fr|en)(-[a-z]{2})?/", "/")
                .replaceAll("(?i)[._-](fr|en)(?=\\.[a-z]+$)", "");
    }

    private static String name(String path) {
        String title = ExportPage.fileTitle(neutral(path));
        boolean index = title.matches("(?i)index|default|home|accueil");
        String[] folders = path.split("/");
        String named = index && folders.length > 1 ? folders[folders.length - 2] : title;
        String name = TextLanguage.name(named, 70);
        return name.isEmpty() ? letters(path) : name;
    }

    private static String letters(String path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 3);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
