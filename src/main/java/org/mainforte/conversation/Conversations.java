package org.mainforte.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The employees' conversations: opened, spoken in, read and erased, each only by its own employee. */
@Component
public class Conversations {
    /** The longest text of one message, in characters. */
    public static final int LONGEST_TEXT = 4_000;

    private static final int PAGE = 500;
    /** How many of the last messages are looked through, one after the other. */
    private static final List<Integer> RECENT = List.of(1, 6);

    private final ConversationRows rows;
    private final MessageRows messageRows;
    private final Feed feed;
    private final Assistant assistant;
    private final Asides asides;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            ConversationRows rows,
            MessageRows messageRows,
            Feed feed,
            Assistant assistant,
            Asides asides,
            ApplicationEventPublisher events,
            Clock clock) {
        this.asides = asides;
        this.events = events;
        this.rows = rows;
        this.messageRows = messageRows;
        this.feed = feed;
        this.assistant = assistant;
        this.clock = clock;
    }

    /** Opens a conversation; the greeting, which says that an AI speaks, is already in it. */
    @Transactional
    public Conversation open(Employee employee, @Nullable Language language, @Nullable String entry) {
        Instant now = clock.instant();
        Conversation fresh = new Conversation(
                new ConversationId(UUID.randomUUID().toString()),
                employee.id(),
                language == null ? employee.language() : language,
                ConversationState.BOT,
                now,
                0,
                0,
                0,
                null,
                Dialogue.NEW);
        rows.insert(fresh, entry);
        messageRows.append(
                fresh.id(), 1, now, Assistant.author(fresh.language()), fresh.language(), greeting(fresh), null, null);
        Conversation open = fresh.added();
        rows.update(open);
        return open;
    }

    private static Reply greeting(Conversation conversation) {
        Language language = conversation.language();
        return Reply.say(MessageKind.TEXT, language, "greeting")
                .choice(Choice.plain("guide:pc-setup", Texts.get(language, "greeting.new-pc")))
                .choice(Choice.plain("guide:onedrive-backup", Texts.get(language, "greeting.backup")))
                .choice(Choice.plain("request:order", Texts.get(language, "greeting.order")))
                .choice(Choice.plain("request:appointment", Texts.get(language, "greeting.appointment")))
                .choice(Choice.person(language));
    }

    public List<Conversation> of(Employee employee) {
        return rows.of(employee.id());
    }

    /** @throws Problem 404 when it does not exist or belongs to somebody else */
    public Conversation mine(ConversationId id, Employee employee) {
        return rows.find(id)
                .filter(conversation -> conversation.person().equals(employee.id()))
                .orElseThrow(Problem::notFound);
    }

    /** A conversation whose owner was checked before; null when it was erased since. */
    public @Nullable Conversation find(ConversationId id) {
        return rows.find(id).orElse(null);
    }

    /** The messages after a number, the oldest first. */
    public List<Message> messages(ConversationId id, int after) {
        return messageRows.messages(id, after, PAGE);
    }

    /** Every message. */
    public List<Message> all(ConversationId id) {
        return messageRows.messages(id, 0, Integer.MAX_VALUE);
    }

    /**
     * Takes what an employee says, without the passwords in it. Stored when this returns; the answer comes through the feed.
     *
     * @param clientId the client's own id of the message; the same again is not stored twice
     * @return the number of the message
     * @throws Problem 404 unknown conversation, 409 closed, 422 when the id was used for something else
     */
    @Transactional
    public int say(ConversationId id, Employee employee, String clientId, Input given) {
        Input input = given.withoutSecrets();
        Conversation conversation = rows.lock(id)
                .filter(found -> found.person().equals(employee.id()))
                .orElseThrow(Problem::notFound);
        Language language = input.text() == null
                ? conversation.language()
                : SpokenLanguage.of(input.text(), conversation.language());
        Conversation said = conversation.said(language);
        Message.Author author = new Message.Author(Message.Kind.EMPLOYEE, employee.name());
        Reply shown = Reply.of(MessageKind.TEXT, shown(conversation, input, language));
        Instant now = clock.instant();
        if (!messageRows.add(id, said.lastSeq(), now, author, language, shown, clientId, input)) {
            return before(id, clientId, input);
        }
        feed.changed(id);
        if (said.state().assisted()) {
            rows.update(said);
            var asked = new MessageRows.Asked(said.lastSeq(), language, ActingClock.acting(), now, input);
            assistant.wakeAfterCommit(id, new Fresh(asked, employee, conversation.askedSeq()));
        } else {
            sayBeside(said, language, input);
        }
        return said.lastSeq();
    }

    /** The number of a message that was sent before. */
    private int before(ConversationId id, String clientId, Input input) {
        return messageRows
                .sent(id, clientId)
                .filter(sent -> sent.input().equals(input))
                .map(MessageRows.Asked::seq)
                .orElseThrow(() -> new Problem(422, "client-id-reused"));
    }

    /** The assistant does not have the floor: it owes no answer. Nothing but its own buttons is heard in a closed conversation. */
    private void sayBeside(Conversation said, Language language, Input input) {
        rows.update(said.answered(said.lastSeq(), said.dialogue()));
        if (!asides.hear(said, language, input) && said.state() == ConversationState.CLOSED) {
            throw new Problem(409, "conversation-closed");
        }
    }

    /** What stands in the transcript for a button or a form: its label, or the values given. */
    private String shown(Conversation conversation, Input input, Language language) {
        if (input.text() != null) {
            return input.text();
        }
        String choice = input.choice();
        if (choice != null) {
            return holding(conversation, message -> offers(message, choice)).reversed().stream()
                    .flatMap(message -> message.choices().stream())
                    .filter(offered -> offered.id().equals(choice))
                    .map(Choice::label)
                    .findFirst()
                    .orElseGet(() -> Texts.get(language, "choice.pressed"));
        }
        return FormAnswer.shown(
                holding(
                        conversation,
                        message -> message.form() != null && message.form().id().equals(input.form())),
                input,
                language);
    }

    private static boolean offers(Message message, String choice) {
        return message.choices().stream().anyMatch(offered -> offered.id().equals(choice));
    }

    /** What is pressed nearly always stands in the last message; the whole transcript is read only when it does not. */
    private List<Message> holding(Conversation conversation, Predicate<Message> wanted) {
        for (int recent : RECENT) {
            List<Message> some = messageRows.messages(conversation.id(), conversation.lastSeq() - recent, recent);
            if (some.stream().anyMatch(wanted)) {
                return some;
            }
        }
        return all(conversation.id());
    }

    /**
     * The person wants no more of the answer being written; what was said of it so far is kept when it can stand alone. Without
     * an answer being written nothing happens.
     *
     * @throws Problem 404 when it does not exist or belongs to somebody else
     */
    @Transactional
    public void stop(ConversationId id, Employee employee) {
        mine(id, employee);
        assistant.stop(id);
    }

    /** The person erases the conversation; what a ticket needs stays in the ticket. */
    @Transactional
    public void erase(ConversationId id, Employee employee) {
        mine(id, employee);
        rows.delete(id);
        events.publishEvent(new ConversationErased(id));
        feed.changed(id);
    }
}
