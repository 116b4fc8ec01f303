package org.mainforte.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Attachments;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Message;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** What an agent's page shows of everybody who waits and of their own conversations, and how it hears of changes. */
@Component
public class DeskQueue {
    private final HandoverRows rows;
    private final Agents agents;
    private final Notes notes;
    private final Bell bell;
    private final Conversations conversations;
    private final Attachments attachments;
    private final Directory directory;

    DeskQueue(
            HandoverRows rows,
            Agents agents,
            Notes notes,
            Bell bell,
            Conversations conversations,
            Attachments attachments,
            Directory directory) {
        this.attachments = attachments;
        this.rows = rows;
        this.agents = agents;
        this.notes = notes;
        this.bell = bell;
        this.conversations = conversations;
        this.directory = directory;
    }

    /**
     * A line of the queue.
     *
     * @param position from 1 among those who wait; 0 for the agent's own
     * @param person the employee's name
     */
    public record Line(Handover handover, int position, String person, int lastSeq) {}

    /** The agent's own conversations first, then everybody who waits, the first to be served first. */
    public List<Line> lines(PersonId agent) {
        List<Line> lines = new ArrayList<>();
        rows.of(agent).forEach(own -> lines.add(line(own, 0)));
        int position = 0;
        for (Handover waiting : rows.waiting()) {
            position++;
            lines.add(line(waiting, position));
        }
        return lines;
    }

    private Line line(Handover handover, int position) {
        Conversation conversation = conversations.find(handover.conversation());
        return new Line(
                handover,
                position,
                directory
                        .find(handover.person())
                        .map(Employee::name)
                        .orElse(handover.person().value()),
                conversation == null ? 0 : conversation.lastSeq());
    }

    public List<Notes.Note> notes(ConversationId id) {
        return notes.of(id);
    }

    public List<Message> messages(ConversationId id, int after) {
        return conversations.messages(id, after);
    }

    /** The files sent in a conversation. */
    public List<Attachments.Listed> files(ConversationId id) {
        return attachments.listed(id);
    }

    /** The other agents who are there, to whom a conversation can be passed. */
    public List<Employee> colleagues(PersonId agent) {
        return agents.present().stream()
                .map(Agents.Present::id)
                .filter(one -> !one.equals(agent))
                .flatMap(one -> directory.find(one).stream())
                .toList();
    }

    /** Takes a sign of life of an agent's page. */
    public void seen(PersonId agent, boolean available) {
        boolean before = agents.isAvailable(agent);
        agents.seen(agent, available);
        if (before != available) {
            bell.changed();
        }
    }

    /** A sign of life by any other call. */
    public void seen(PersonId agent) {
        agents.seen(agent);
    }

    public boolean isAvailable(PersonId agent) {
        return agents.isAvailable(agent);
    }

    public long leaseSeconds() {
        return agents.lease().toSeconds();
    }

    /** Tells of changes until the result is closed: nulls for the queue, or the conversation in which somebody writes and who. */
    public AutoCloseable watch(BiConsumer<@Nullable ConversationId, @Nullable String> desk) {
        return bell.watch(desk);
    }

    /** The employee is writing, or has read up to a message. The caller has checked that it is their conversation. */
    public void employeeWrites(ConversationId id, String name) {
        rows.find(id).filter(known -> known.state() == HandoverState.HELD).ifPresent(held -> bell.typing(id, name));
    }

    public void employeeRead(ConversationId id, int seq) {
        rows.read(id, false, seq);
        bell.changed();
    }
}
