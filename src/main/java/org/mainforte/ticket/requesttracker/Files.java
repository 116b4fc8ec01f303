package org.mainforte.ticket.requesttracker;

import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.mainforte.catalogue.CaseFile.Enclosure;

/** The files of a case as REST 2 takes them. */
final class Files {
    private Files() {}

    static List<Map<String, String>> of(List<Enclosure> enclosures) {
        return enclosures.stream()
                .map(file -> Map.of(
                        "FileName", plain(file.name()),
                        "FileType", file.type(),
                        "FileContent", Base64.getEncoder().encodeToString(file.bytes())))
                .toList();
    }

    /** Without accents: Request Tracker 5.0.3 gives such names back as bytes that are not UTF-8. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]|[\"\\\\]", "_");
    }
}
