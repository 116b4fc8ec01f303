package org.mainforte.handover.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Attachments;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Progress;
import org.mainforte.handover.CaseFacts;
import org.mainforte.handover.DeskQueue;
import org.mainforte.handover.Handover;
import org.mainforte.handover.HandoverState;
import org.mainforte.handover.Notes;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.people.Employee;

/** What agents see, as JSON. */
final class DeskViews {
    private DeskViews() {}

    /**
     * A line of the queue.
     *
     * @param conversation the same as {@code id}
     * @param waitedSeconds until now, by the server's clock
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            ConversationId id,
            ConversationId conversation,
            HandoverState state,
            int version,
            int position,
            String person,
            String site,
            Language language,
            String topic,
            String category,
            String urgency,
            @Nullable String ticket,
            OffsetDateTime since,
            long waitedSeconds,
            boolean rings,
            @Nullable String agent,
            int lastSeq,
            int agentRead,
            int personRead) {
        static Line of(DeskQueue.Line line, PersonId reader) {
            Handover handover = line.handover();
            return new Line(
                    handover.conversation(),
                    handover.conversation(),
                    handover.state(),
                    handover.version(),
                    line.position(),
                    line.person(),
                    handover.site().value(),
                    handover.language(),
                    handover.topic(),
                    handover.category(),
                    handover.urgency(),
                    handover.ticket(),
                    handover.waitingSince().atZone(ActingClock.PARIS).toOffsetDateTime(),
                    handover.waitingSeconds(),
                    reader.equals(handover.rings()),
                    handover.agentName(),
                    line.lastSeq(),
                    handover.agentRead(),
                    handover.personRead());
        }
    }

    /** What tells whether a line has changed: everything but the time that passes. */
    record Shown(
            ConversationId id,
            HandoverState state,
            int version,
            int position,
            int lastSeq,
            int agentRead,
            int personRead) {
        static Shown of(Line line) {
            return new Shown(
                    line.id(),
                    line.state(),
                    line.version(),
                    line.position(),
                    line.lastSeq(),
                    line.agentRead(),
                    line.personRead());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Someone(
            PersonId id,
            String name,
            String site,
            Language language,
            @Nullable String address,
            @Nullable String phone) {
        /** @param theirs whether the reader takes care of this person now: only then their number is shown */
        static Someone of(Employee person, boolean theirs) {
            return new Someone(
                    person.id(),
                    person.name(),
                    person.site().value(),
                    person.language(),
                    person.address(),
                    theirs ? person.phone() : null);
        }
    }

    /** A colleague, by name. */
    record Colleague(PersonId id, String name) {}

    record SiteFacts(String id, String name, String rules) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            ConversationId id,
            HandoverState state,
            int version,
            Language language,
            Someone person,
            String topic,
            String urgency,
            @Nullable String ticket,
            OffsetDateTime since,
            List<Message> messages,
            List<Row> summary,
            String summaryBy,
            List<Option> equipment,
            Card.@Nullable Step guide,
            @Nullable Progress progress,
            List<Attachments.Listed> files,
            boolean translates,
            SiteFacts site,
            List<CaseFacts.Fact> facts,
            List<Notes.Note> notes,
            List<Colleague> colleagues,
            int agentRead,
            int personRead) {
        static Whole of(Handover about, CaseFacts.Case facts, List<Notes.Note> notes, List<Employee> colleagues) {
            String rules = facts.facts().stream()
                    .filter(fact -> fact.id().equals("site-support"))
                    .map(CaseFacts.Fact::text)
                    .findFirst()
                    .orElse("");
            return new Whole(
                    about.conversation(),
                    about.state(),
                    about.version(),
                    about.language(),
                    Someone.of(facts.person(), about.state() != HandoverState.OFFERED),
                    about.topic(),
                    about.urgency(),
                    about.ticket(),
                    about.waitingSince().atZone(ActingClock.PARIS).toOffsetDateTime(),
                    facts.messages(),
                    facts.summary(),
                    "rules",
                    facts.equipment(),
                    facts.guide(),
                    facts.progress(),
                    facts.files(),
                    facts.translates(),
                    new SiteFacts(about.site().value(), facts.site(), rules),
                    facts.facts(),
                    notes,
                    colleagues.stream()
                            .map(one -> new Colleague(one.id(), one.name()))
                            .toList(),
                    about.agentRead(),
                    about.personRead());
        }
    }
}
