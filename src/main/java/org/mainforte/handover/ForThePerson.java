package org.mainforte.handover;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Floor;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.request.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An agent books, orders or opens a ticket for the person they talk with: the same form, the same card, and the person's own yes in
 * their conversation, or their spoken yes, recorded as such with the agent's name.
 */
@Component
public class ForThePerson {
    /** What an agent may prepare. */
    private static final Set<String> KINDS = Set.of("ticket", "order", "return", "appointment", "callback");

    private final AgentDesk desk;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Floor floor;
    private final Notes notes;
    private final Clock clock;

    ForThePerson(AgentDesk desk, Catalogue catalogue, Directory directory, Floor floor, Notes notes, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.directory = directory;
        this.floor = floor;
        this.notes = notes;
        this.clock = clock;
    }

    /** The fields of a form as they apply to this person with the values given so far. */
    public List<Field> fields(ConversationId id, Employee agent, String kind, Map<String, String> values) {
        Handover held = desk.open(id, agent);
        Employee person = directory.find(held.person()).orElseThrow();
        FormReader<?> reader = new FormReader<>(kind(kind));
        Asking asking = new Asking(person, agent.language(), clock.instant(), values);
        return reader.fields(asking.with(reader.completed(asking)));
    }

    /** Shows the person the card. @throws Refusal when the form does not fit, naming the field */
    @Transactional(noRollbackFor = Refusal.class)
    public List<Row> propose(ConversationId id, Employee agent, String kind, Map<String, String> values) {
        return proposed(desk.held(id, agent), agent, kind, values).card();
    }

    /**
     * Does it at once: the person has said yes on the telephone.
     *
     * @param clientId the page's own id of it; the same again is not done again, and answered with an empty card
     * @throws Refusal when the form does not fit, naming the field
     */
    @Transactional(noRollbackFor = Refusal.class)
    public List<Row> agreed(
            ConversationId id, Employee agent, String kind, Map<String, String> values, @Nullable UUID clientId) {
        Handover held = desk.held(id, agent);
        String note = (clientId == null ? UUID.randomUUID() : clientId).toString();
        if (notes.of(id).stream().anyMatch(before -> before.id().equals(note))) {
            return List.of();
        }
        Request draft = proposed(held, agent, kind, values);
        agreed(held, agent, draft, note);
        return draft.card();
    }

    private Request proposed(Handover held, Employee agent, String kind, Map<String, String> values) {
        kind(kind);
        return floor.propose(held.conversation(), Told.agent(agent.name()), kind, ofTheCase(kind, values, held));
    }

    /** A technician who is sent knows the ticket, and what stands in it. */
    private static Map<String, String> ofTheCase(String kind, Map<String, String> values, Handover held) {
        if (!kind.equals("appointment") || held.ticket() == null) {
            return values;
        }
        Map<String, String> whole = new HashMap<>(values);
        whole.putIfAbsent("ticket", held.ticket());
        return whole;
    }

    private void agreed(Handover held, Employee agent, Request draft, String note) {
        floor.agreed(held.conversation(), draft);
        Language language = held.language();
        floor.say(
                held.conversation(),
                Told.system(language),
                language,
                Told.notice(language, "handover.by-voice", agent.name()),
                null);
        notes.add(
                note,
                held.conversation(),
                agent.name(),
                Texts.get(agent.language(), "handover.by-voice-note", agent.name(), draft.kind()));
    }

    private RequestKind<?> kind(String kind) {
        if (!KINDS.contains(kind)) {
            throw new Problem(422, "desk-no-such-request");
        }
        return catalogue.kind(kind).orElseThrow(() -> new Problem(422, "desk-no-such-request"));
    }
}
