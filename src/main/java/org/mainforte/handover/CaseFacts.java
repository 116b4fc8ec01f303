package org.mainforte.handover;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Belongings;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Attachments;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Procedures;
import org.mainforte.conversation.Progress;
import org.mainforte.conversation.Summaries;
import org.mainforte.conversation.Summary;
import org.mainforte.conversation.Translations;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** Everything known about a person's case, for whoever takes it over: the same lookups that the person themself is answered from. */
@Component
public class CaseFacts {
    private static final List<String> LOOKUPS =
            List.of("my-tickets", "my-appointments", "my-requests", "my-equipment", "site-support");

    private final Directory directory;
    private final Conversations conversations;
    private final Summaries summaries;
    private final Procedures procedures;
    private final Attachments attachments;
    private final Translations translations;
    private final Catalogue catalogue;
    private final Belongings belongings;
    private final Sites sites;
    private final Clock clock;

    CaseFacts(
            Directory directory,
            Conversations conversations,
            Summaries summaries,
            Procedures procedures,
            Attachments attachments,
            Translations translations,
            Catalogue catalogue,
            Belongings belongings,
            Sites sites,
            Clock clock) {
        this.directory = directory;
        this.conversations = conversations;
        this.summaries = summaries;
        this.procedures = procedures;
        this.attachments = attachments;
        this.translations = translations;
        this.catalogue = catalogue;
        this.belongings = belongings;
        this.sites = sites;
        this.clock = clock;
    }

    /** A heading and what stands under it, in Markdown, as the person would be told. */
    public record Fact(String id, String title, String text) {}

    /**
     * The whole case.
     *
     * @param guide the step of a guide that was shown last
     * @param progress which of its steps are done, and where it failed
     * @param translates whether messages can be asked for in another language
     */
    public record Case(
            Employee person,
            String site,
            List<Message> messages,
            List<Row> summary,
            List<Option> equipment,
            Card.@Nullable Step guide,
            @Nullable Progress progress,
            List<Attachments.Listed> files,
            boolean translates,
            List<Fact> facts) {}

    public Case of(Handover about, Language language) {
        Employee person = directory.find(about.person()).orElseThrow();
        List<Message> messages = conversations.all(about.conversation());
        Summary summary = summaries.of(about.conversation(), language);
        return new Case(
                person,
                sites.find(about.site())
                        .map(site -> name(site, language))
                        .orElse(about.site().value()),
                messages,
                SummaryRows.of(summary),
                belongings.of(person, language),
                step(messages),
                procedures.of(about.conversation(), language).orElse(null),
                attachments.listed(about.conversation()),
                translations.possible(),
                facts(person, language));
    }

    /** The summary told by a language model, when there is one and it answers in time; otherwise as {@link #of} has it. */
    public Phrased phrased(Handover about, Language language) {
        Summary summary = summaries.phrased(about.conversation(), language);
        return new Phrased(SummaryRows.of(summary), summary.model());
    }

    /** @param model whether a language model phrased it */
    public record Phrased(List<Row> summary, boolean model) {}

    private static Card.@Nullable Step step(List<Message> messages) {
        return messages.reversed().stream()
                .map(Message::step)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String name(Site site, Language language) {
        return site.name(language);
    }

    private List<Fact> facts(Employee person, Language language) {
        List<Fact> facts = new ArrayList<>();
        for (String id : LOOKUPS) {
            catalogue
                    .lookup(id)
                    .ifPresent(lookup -> facts.add(new Fact(
                            id,
                            Texts.get(language, "handover.fact." + id),
                            Texts.typeset(
                                    language,
                                    lookup.answer(person, language, clock.instant(), Map.of())
                                            .text()))));
        }
        return facts;
    }
}
