package org.mainforte.channel.teams;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.conversation.Conversation;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** The first words in a chat: once for each chat, whatever events announce it. In groups, the way to a private chat. */
@Component
class Welcome {
    private static final Runnable NOTHING = () -> {};
    private static final int LONGEST_QUESTION = 500;

    private final Chats chats;
    private final Outbox outbox;
    private final Courier courier;
    private final Rooms rooms;
    private final Follower follower;
    private final Identity identity;
    private final Drawing drawing;

    Welcome(
            Chats chats,
            Outbox outbox,
            Courier courier,
            Rooms rooms,
            Follower follower,
            Identity identity,
            Drawing drawing) {
        this.chats = chats;
        this.outbox = outbox;
        this.courier = courier;
        this.rooms = rooms;
        this.follower = follower;
        this.identity = identity;
        this.drawing = drawing;
    }

    Runnable event(Chat chat, Activity activity) {
        String action = Optional.ofNullable(activity.text("action")).orElse("");
        if (action.startsWith("remove")) {
            chats.gone(chat.id());
            outbox.giveUp(chat.id());
            return NOTHING;
        }
        boolean added = action.startsWith("add") || !activity.at("membersAdded").isEmpty();
        return added && !chat.welcomed() ? greet(chat, activity) : NOTHING;
    }

    private Runnable greet(Chat chat, Activity activity) {
        if (!chat.personal()) {
            chats.welcomed(chat.id());
            Language language = identity.language(activity);
            note(chat, "welcome", language, Texts.get(language, "teams.group.welcome"), chat.bot(), "");
            return NOTHING;
        }
        Optional<Employee> employee = identity.of(activity);
        if (employee.isEmpty()) {
            // Somebody else may have added the app; who the person is shows when they write.
            return activity.text("from", "aadObjectId") == null ? NOTHING : unknownOnce(chat, activity);
        }
        Conversation conversation = rooms.current(chat, employee.get());
        return () -> follower.follow(conversation.id());
    }

    private Runnable unknownOnce(Chat chat, Activity activity) {
        Language language = identity.language(activity);
        outbox.note(
                chat.id(), "unknown", drawing.note(language, Texts.get(language, "teams.unknown-person"), null, null));
        courier.wakeAfterCommit(chat.id());
        return NOTHING;
    }

    /** Somebody the directory does not know: told what to do, each time they write. */
    Runnable unknown(Chat chat, Activity activity) {
        Language language = identity.language(activity);
        outbox.note(
                chat.id(),
                activity.id(),
                drawing.note(language, Texts.get(language, "teams.unknown-person"), null, null));
        courier.wakeAfterCommit(chat.id());
        return NOTHING;
    }

    /** Everybody reads a group, so nothing of anybody is said there; the question goes along to the private chat. */
    Runnable inGroup(Chat chat, Activity activity, String words) {
        Language language = identity.language(activity);
        String question = words.substring(0, Math.min(words.length(), LONGEST_QUESTION));
        note(chat, activity.id(), language, Texts.get(language, "teams.group.private"), chat.bot(), question);
        return NOTHING;
    }

    private void note(Chat chat, String purpose, Language language, String text, String bot, String question) {
        String url = "https://teams.microsoft.com/l/chat/0/0?users=" + encoded(bot)
                + (question.isEmpty() ? "" : "&message=" + encoded(question));
        outbox.note(chat.id(), purpose, drawing.note(language, text, Texts.get(language, "teams.group.open"), url));
        courier.wakeAfterCommit(chat.id());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
