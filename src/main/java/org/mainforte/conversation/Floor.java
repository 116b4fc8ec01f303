package org.mainforte.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Directory;
import org.mainforte.request.Request;
import org.mainforte.request.RequestDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has the floor in a conversation, and what is said in it outside a turn: the way for people behind the assistant to step in.
 * Every write happens under the conversation's row lock, so it stands before or after a turn, never inside one.
 */
@Component
public class Floor {
    private final ConversationRows rows;
    private final MessageRows messageRows;
    private final Feed feed;
    private final RequestDesk desk;
    private final RequestDialogue requests;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    Floor(
            ConversationRows rows,
            MessageRows messageRows,
            Feed feed,
            RequestDesk desk,
            RequestDialogue requests,
            Catalogue catalogue,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.messageRows = messageRows;
        this.feed = feed;
        this.desk = desk;
        this.requests = requests;
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    /** The conversation, locked until the caller's transaction ends; empty when it was erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Conversation> lock(ConversationId id) {
        return rows.lock(id);
    }

    /** Gives the floor to somebody else. Whoever loses it to an agent has nothing left to answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(ConversationId id, ConversationState to) {
        rows.lock(id).ifPresent(found -> {
            Conversation now = found.in(to);
            rows.update(to.assisted() ? now : now.answered(now.askedSeq(), now.dialogue()));
            feed.changed(id);
        });
    }

    /** The assistant takes the floor again: what it could not solve is behind it, and old failures no longer count. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(ConversationId id) {
        rows.lock(id).ifPresent(found -> {
            Dialogue calm = found.dialogue().misses(0);
            rows.update(found.in(ConversationState.BOT).answered(found.askedSeq(), calm));
            feed.changed(id);
        });
    }

    /**
     * Says something in the name of its author.
     *
     * @param clientId the sender's own id of the message, null when nobody repeats it; the same again is not stored twice
     * @return the number of the message
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int say(
            ConversationId id, Message.Author author, Language language, Reply reply, @Nullable String clientId) {
        if (clientId != null) {
            Optional<MessageRows.Asked> before = messageRows.sent(id, clientId);
            if (before.isPresent()) {
                return before.get().seq();
            }
        }
        Conversation now = rows.lock(id).orElseThrow().added();
        Input raw = clientId == null ? null : Input.text(reply.text());
        messageRows.append(id, now.lastSeq(), clock.instant(), author, language, reply, clientId, raw);
        rows.update(now);
        feed.changed(id);
        return now.lastSeq();
    }

    /** Lets a responder's own words be said outside a turn, for instance the card of a call-back when nobody came. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void speak(ConversationId id, BiConsumer<Turn, ReplySink> speaker) {
        Conversation found = rows.lock(id).orElseThrow();
        Turn turn = turn(found, found.language(), Input.text(""));
        List<Reply> replies = new ArrayList<>();
        speaker.accept(turn, Asides.collecting(replies));
        store(id, turn, replies);
    }

    Turn turn(Conversation found, Language language, Input input) {
        return new Turn(
                found.id(),
                directory.find(found.person()).orElseThrow(),
                language,
                clock.instant(),
                found.askedSeq(),
                input,
                found.dialogue());
    }

    /** Stores what was said beside a turn; as everywhere, the last word leads to a person, as long as there is one to lead to. */
    void store(ConversationId id, Turn turn, List<Reply> replies) {
        Conversation now = rows.lock(id).orElseThrow();
        boolean over = now.state() == ConversationState.CLOSED;
        Language language = turn.language();
        for (Reply reply : replies) {
            boolean last = reply == replies.getLast() && !over && !reply.offersPerson();
            Reply said = last ? reply.choice(Choice.person(language)) : reply;
            now = now.added();
            messageRows.append(id, now.lastSeq(), clock.instant(), author(over, language), language, said, null, null);
        }
        rows.update(now.dialogue(turn.dialogue()));
        feed.changed(id);
    }

    private static Message.Author author(boolean over, Language language) {
        return over
                ? new Message.Author(Message.Kind.SYSTEM, Texts.get(language, "conversation.system"))
                : Assistant.author(language);
    }

    /**
     * Orders what the person asked for in plain words, without a card: the wish for a person is itself the yes to the ticket that
     * goes with it. The outcome is told like that of any request.
     *
     * @return the request's id
     * @throws Refusal when the form does not fit; nothing is changed then
     */
    @Transactional(noRollbackFor = Refusal.class)
    public String order(String kind, Map<String, String> values, Turn turn) {
        Request draft = desk.draft(kind, values, turn.employee(), turn.language(), turn.conversation());
        desk.confirm(draft.id(), turn.employee().id());
        rows.lock(turn.conversation()).ifPresent(found -> rows.update(found.pending(draft.id())));
        return draft.id();
    }

    /**
     * Puts a card before the employee, in the name of whoever prepared it for them. Nothing happens before their own yes.
     *
     * @throws Refusal when the form does not fit; nothing is changed then
     */
    @Transactional(noRollbackFor = Refusal.class)
    public Request propose(ConversationId id, Message.Author author, String kind, Map<String, String> values) {
        Conversation found = rows.lock(id).orElseThrow();
        RequestKind<?> known = catalogue.kind(kind).orElseThrow();
        var person = directory.find(found.person()).orElseThrow();
        Request draft = desk.draft(kind, values, person, found.language(), id);
        Conversation now = found.dialogue(found.dialogue().filling(null).proposal(draft.id()))
                .added();
        Reply card = requests.card(draft, known, found.language());
        messageRows.append(id, now.lastSeq(), clock.instant(), author, found.language(), card, null, null);
        rows.update(now);
        feed.changed(id);
        return draft;
    }

    /** Confirms a card that the employee agreed to by voice; whoever heard it says so in the transcript. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void agreed(ConversationId id, Request draft) {
        desk.confirm(draft.id(), draft.person());
        rows.lock(id)
                .ifPresent(found -> rows.update(
                        found.dialogue(found.dialogue().proposal(null)).pending(draft.id())));
    }

    /** Tells the readers that somebody is writing; shown or lost. */
    public void typing(ConversationId id, String who) {
        feed.tell(id, new Feed.Signal.Typing(who));
    }

    /** Wakes the readers, for something that stands beside the messages, such as a place in a queue. */
    public void changed(ConversationId id) {
        feed.changed(id);
    }
}
