package org.mainforte.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.markdown.Section;

/**
 * One topic in one language, ready to be shown: its typography is made.
 *
 * @param id the topic's name, the same in both languages
 * @param summary one sentence that already helps
 * @param questions ways people ask for it
 * @param keywords words the text does not contain
 * @param sites the only sites it is for; empty means all
 * @param starts what can be started from it
 * @param urgent the danger it is about, {@code theft}, {@code phishing} or {@code battery}, or null
 * @param owner who answers for it
 * @param reviewed the day somebody last checked it
 */
public record Article(
        String id,
        Language language,
        String title,
        String summary,
        Kind kind,
        List<String> questions,
        List<String> keywords,
        Set<SiteId> sites,
        List<Start> starts,
        @Nullable String urgent,
        String owner,
        LocalDate reviewed,
        Validity validity,
        List<Section> sections) {
    public Article {
        questions = List.copyOf(questions);
        keywords = List.copyOf(keywords);
        sites = Set.copyOf(sites);
        starts = List.copyOf(starts);
        sections = List.copyOf(sections);
    }

    /** What sort of help it is; written in lower case. */
    public enum Kind {
        GUIDE,
        HOWTO,
        INCIDENT,
        ACCOUNT,
        DATA,
        REQUEST,
        ROOM,
        POLICY;

        /** Reads it as written in an article; empty when there is no such kind. */
        static Optional<Kind> of(String written) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(written)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The days on which it may be shown: from the first, before the second; null is open. */
    public record Validity(
            @Nullable LocalDate from, @Nullable LocalDate until) {
        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    public boolean isFor(SiteId site) {
        return sites.isEmpty() || sites.contains(site);
    }

    public Optional<Section> section(String anchor) {
        return sections.stream()
                .filter(section -> section.anchor().equals(anchor))
                .findFirst();
    }

    /** The address of its page, relative to the product. */
    public String url() {
        return "/kb/" + language.code() + "/" + id;
    }
}
