package org.mainforte.site;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sites of the knowledge base, for the tests of other rooms. */
public final class SiteFiles {
    private static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");

    private SiteFiles() {}

    public static Sites sites() {
        return new Sites(KNOWLEDGE_BASE);
    }

    public static DeskHours deskHours(JdbcClient jdbc) {
        return new DeskHours(new SiteSettings(KNOWLEDGE_BASE), jdbc);
    }

    public static UrgentLine urgentLine(JdbcClient jdbc) {
        return new UrgentLine(new SiteSettings(KNOWLEDGE_BASE), deskHours(jdbc), jdbc);
    }
}
