package org.mainforte.handover;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Assistant;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Feed;
import org.mainforte.conversation.Floor;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.Source;
import org.mainforte.conversation.SpokenLanguage;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where agents take conversations over, speak in them and let go of them. Every change is compare-and-set: of two agents one wins,
 * and the other is told who. What is not theirs to see does not exist for them.
 */
@Component
public class AgentDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AgentDesk.class);

    private final HandoverRows rows;
    private final Notes notes;
    private final Survey survey;
    private final Floor floor;
    private final Assistant assistant;
    private final Offers offers;
    private final TicketWord ticketWord;
    private final Bell bell;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgentDesk(
            HandoverRows rows,
            Notes notes,
            Survey survey,
            Floor floor,
            Assistant assistant,
            Offers offers,
            TicketWord ticketWord,
            Bell bell,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.notes = notes;
        this.survey = survey;
        this.floor = floor;
        this.assistant = assistant;
        this.offers = offers;
        this.ticketWord = ticketWord;
        this.bell = bell;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem 404 when it is neither waiting nor this agent's */
    public Handover open(ConversationId id, Employee agent) {
        Optional<Handover> known = rows.find(id);
        Optional<Handover> theirs = known.filter(one -> one.isOpenTo(agent.id()));
        if (known.isPresent() && theirs.isEmpty()) {
            LOG.warn("Agent {} asked for conversation {}, which is not theirs; refused", agent.id(), id);
        }
        return theirs.orElseThrow(Problem::notFound);
    }

    /**
     * Takes a waiting conversation; taking it twice is taking it once.
     *
     * @throws Problem 409 {@code desk-taken} naming the agent who was quicker, 404 when it does not wait
     */
    @Transactional
    public Handover claim(ConversationId id, Employee agent) {
        lock(id);
        Handover seen = rows.find(id).orElseThrow(Problem::notFound);
        if (seen.isHeldBy(agent.id())) {
            return seen;
        }
        requireNotTaken(seen, agent);
        if (seen.state() != HandoverState.OFFERED || !rows.hold(seen, agent.id(), agent.name())) {
            throw Problem.notFound();
        }
        floor.pass(id, ConversationState.HELD);
        assistant.hush(id);
        floor.say(id, Told.system(seen.language()), seen.language(), Told.joined(seen.language(), agent.name()), null);
        bell.changed();
        return rows.find(id).orElseThrow();
    }

    private static void requireNotTaken(Handover seen, Employee agent) {
        if (seen.state() == HandoverState.HELD && !agent.id().equals(seen.agent())) {
            String name = seen.agentName() == null ? "" : seen.agentName();
            throw new Problem(409, "desk-taken", Map.of("agent", name), name);
        }
    }

    /**
     * An agent speaks. The first word takes a conversation that waits.
     *
     * @param clientId the page's own id of the message, so that sending it again is harmless; null when there is none
     * @return the number of the message
     */
    @Transactional
    public int say(ConversationId id, Employee agent, String text, List<Source> sources, @Nullable String clientId) {
        Handover held = claim(id, agent);
        Reply reply = Reply.of(MessageKind.TEXT, text).sources(sources);
        Language spoken = SpokenLanguage.of(text, held.language());
        int seq = floor.say(id, Told.agent(agent.name()), spoken, reply, clientId);
        rows.read(id, true, seq);
        return seq;
    }

    /** Writes for the next agent; the employee never reads it. */
    @Transactional
    public Notes.Note note(ConversationId id, Employee agent, String text) {
        lock(id);
        open(id, agent);
        Notes.Note note = notes.add(id, agent.name(), text);
        bell.changed();
        return note;
    }

    /** Gives the conversation back to the assistant, which says where the agent's part ends. */
    @Transactional
    public void release(ConversationId id, Employee agent) {
        Handover held = held(id, agent);
        require(rows.end(held, "released"));
        floor.giveBack(id);
        tell(held, Told.notice(held.language(), "handover.released", agent.name()));
        bell.changed();
    }

    /**
     * Passes the conversation on: to a colleague's page first, or to the queue, where it rings at another page than this agent's.
     *
     * @throws Problem 422 {@code desk-no-such-agent}
     */
    @Transactional
    public void transfer(ConversationId id, Employee agent, @Nullable Employee to) {
        Handover held = held(id, agent);
        if (to != null && (to.role() != Role.AGENT || to.id().equals(agent.id()))) {
            throw new Problem(422, "desk-no-such-agent");
        }
        require(rows.back(held, to == null ? null : to.id()));
        floor.pass(id, ConversationState.OFFERED);
        Reply told = to == null
                ? Told.notice(held.language(), "handover.transferred", agent.name())
                : Told.notice(held.language(), "handover.transferred-to", agent.name(), to.name());
        tell(held, told.choice(Told.stopWaiting(held.language())));
        if (to == null) {
            rows.find(id).ifPresent(waiting -> offers.ring(waiting, agent.id()));
        }
        bell.changed();
    }

    /** Closes the conversation, tells its ticket, and asks the one question; or only notes the outcome when the person has left before. */
    @Transactional
    public void close(ConversationId id, Employee agent, Outcome outcome) {
        lock(id);
        Handover seen = open(id, agent);
        boolean left = seen.state() == HandoverState.WRAP;
        if (!left) {
            held(id, agent);
        }
        require(rows.end(seen, outcome.written()));
        ticketWord.leave(seen, agent, outcome);
        if (!left) {
            tell(seen, Told.notice(seen.language(), "handover.closed", agent.name()));
            survey.question(id, seen.site(), seen.language()).ifPresent(question -> tell(seen, question));
            floor.pass(id, ConversationState.CLOSED);
        }
        events.publishEvent(new HandoverEnded(id, seen.site(), outcome, clock.instant()));
        bell.changed();
    }

    /** Notes how far the agent has read. */
    public void read(ConversationId id, Employee agent, int seq) {
        open(id, agent);
        rows.read(id, true, seq);
        floor.changed(id);
    }

    /** Shows the employee that the agent is writing. */
    public void typing(ConversationId id, Employee agent) {
        boolean theirs =
                rows.find(id).filter(known -> known.isHeldBy(agent.id())).isPresent();
        require(theirs);
        floor.typing(id, Feed.AGENT);
    }

    /** The conversation, locked, as long as this agent holds it. */
    Handover held(ConversationId id, Employee agent) {
        lock(id);
        Optional<Handover> known = rows.find(id);
        known.ifPresent(seen -> requireNotTaken(seen, agent));
        return known.filter(seen -> seen.isHeldBy(agent.id())).orElseThrow(Problem::notFound);
    }

    private void lock(ConversationId id) {
        require(floor.lock(id).isPresent());
    }

    private void tell(Handover about, Reply reply) {
        floor.say(about.conversation(), Told.system(about.language()), about.language(), reply, null);
    }

    private static void require(boolean changed) {
        if (!changed) {
            throw Problem.notFound();
        }
    }
}
