package org.mainforte.channel.teams;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.card.Press;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Input;
import org.mainforte.conversation.Message;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Buttons that are pressed: only by the person the card was made for, only what it offers, and only once. */
@Component
class Clicks {
    private static final int LONGEST_LABEL = 4_000;

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Links links;
    private final Chats chats;
    /** A click that is refused is undone alone. */
    private final TransactionTemplate nested;

    Clicks(
            JdbcClient jdbc,
            Conversations conversations,
            Links links,
            Chats chats,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.links = links;
        this.chats = chats;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What became of a click. */
    enum Result {
        TAKEN,
        /** This card was used before; nothing happens twice. */
        ALREADY,
        /** The card was made for somebody else, or its conversation is gone. */
        NOT_YOURS,
        /** The message does not offer this. */
        NOT_OFFERED,
        /** The conversation is over. */
        CLOSED
    }

    /**
     * A click and what became of it.
     *
     * @param message the message whose card it was
     * @param label what was pressed or filled in, as it reads
     * @param said the number of the message that the click became
     */
    record Pressed(Result result, @Nullable Message message, String label, int said) {
        static Pressed not(Result result) {
            return new Pressed(result, null, "", 0);
        }
    }

    /** A click of before. */
    record Before(String activity, int said, String label) {}

    /**
     * Takes a click, in the caller's transaction and under the lock of its chat.
     *
     * @param activity the id of the activity that brought it
     * @param redrawn whether the reply to the click redraws the card
     */
    Pressed press(Chat chat, Employee employee, Press press, String activity, boolean redrawn) {
        Optional<Conversation> own = own(press.conversation(), employee);
        if (own.isEmpty()) {
            return Pressed.not(Result.NOT_YOURS);
        }
        Message message = conversations.messages(press.conversation(), press.seq() - 1).stream()
                .findFirst()
                .filter(found -> found.seq() == press.seq())
                .orElse(null);
        String label = message == null ? null : label(message, press);
        if (message == null || label == null) {
            return Pressed.not(Result.NOT_OFFERED);
        }
        String button = Choice.PERSON.equals(press.choice()) ? "person" : "any";
        Optional<Before> before = before(press.conversation(), press.seq(), button);
        if (before.isPresent()) {
            boolean same = before.get().activity().equals(activity);
            return new Pressed(
                    same ? Result.TAKEN : Result.ALREADY,
                    message,
                    before.get().label(),
                    before.get().said());
        }
        showHere(own.get(), chat);
        Integer said = say(chat, employee, press, activity);
        if (said == null) {
            return new Pressed(Result.CLOSED, message, label, 0);
        }
        String told = press.form() == null ? label : filledIn(press.conversation(), said);
        keep(press, button, activity, said, told, redrawn);
        return new Pressed(Result.TAKEN, message, told, said);
    }

    /** The number of the message it became; null when the conversation is over and does not hear this button any more. */
    private @Nullable Integer say(Chat chat, Employee employee, Press press, String activity) {
        Input input = new Input(null, press.choice(), press.form(), press.values());
        try {
            return nested.execute(
                    status -> conversations.say(press.conversation(), employee, clientId(chat.id(), activity), input));
        } catch (Problem refused) {
            if (refused.code().equals("conversation-closed")) {
                return null;
            }
            throw refused;
        }
    }

    /** The client id of what comes from an activity: the same activity is never said twice. */
    static String clientId(String chat, String activity) {
        return Sent.CLIENT + org.mainforte.channel.teams.wire.Activity.digest(chat + "\n" + activity);
    }

    private void showHere(Conversation conversation, Chat chat) {
        boolean shown = links.find(conversation.id())
                .filter(link -> link.chat().equals(chat.id()))
                .isPresent();
        if (!shown) {
            links.show(conversation.id(), chat.id(), conversation.lastSeq());
        }
        if (conversation.state() != ConversationState.CLOSED
                && !conversation.id().equals(chat.conversation())) {
            chats.speaksIn(chat.id(), conversation.id());
        }
    }

    private Optional<Conversation> own(ConversationId id, Employee employee) {
        Conversation found = conversations.find(id);
        return Optional.ofNullable(found).filter(one -> one.person().equals(employee.id()));
    }

    private static @Nullable String label(Message message, Press press) {
        if (press.form() != null) {
            return message.form() != null && message.form().id().equals(press.form()) ? "" : null;
        }
        return message.choices().stream()
                .filter(choice -> choice.id().equals(press.choice()))
                .map(Choice::label)
                .findFirst()
                .orElse(null);
    }

    /** What somebody wrote into a form, one line a field, as it stands in the transcript. */
    private String filledIn(ConversationId conversation, int said) {
        String text = conversations.messages(conversation, said - 1).getFirst().text();
        return text.substring(0, Math.min(text.length(), LONGEST_LABEL));
    }

    Optional<Before> before(ConversationId conversation, int seq, String button) {
        return jdbc.sql("select * from teams_click where conversation = :id and seq = :seq and button = :button")
                .param("id", conversation.value())
                .param("seq", seq)
                .param("button", button)
                .query((row, number) ->
                        new Before(row.getString("activity"), row.getInt("said"), row.getString("label")))
                .optional();
    }

    /** Whether the reply to a click already redrew a card. */
    boolean redrawn(ConversationId conversation, int seq) {
        return jdbc.sql("select count(*) from teams_click where conversation = :id and seq = :seq and redrawn")
                        .param("id", conversation.value())
                        .param("seq", seq)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void keep(Press press, String button, String activity, int said, String label, boolean redrawn) {
        try {
            jdbc.sql("""
                    insert into teams_click (conversation, seq, button, activity, said, label, redrawn)
                    values (:id, :seq, :button, :activity, :said, :label, :redrawn)""")
                    .param("id", press.conversation().value())
                    .param("seq", press.seq())
                    .param("button", button)
                    .param("activity", activity)
                    .param("said", said)
                    .param("label", label)
                    .param("redrawn", redrawn)
                    .update();
        } catch (org.springframework.dao.DuplicateKeyException raced) {
            // The same card was pressed at the same moment in another chat: this one is undone and asked again.
            throw new Problem(409, "unavailable");
        }
    }
}
