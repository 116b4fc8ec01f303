package org.mainforte.channel.teams;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.ResumeLinks;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** Which of a person's conversations a personal chat speaks in. */
@Component
class Rooms {
    private static final Pattern RESUME = Pattern.compile("#resume=([A-Za-z0-9_-]{10,100})");

    private final Chats chats;
    private final Links links;
    private final Conversations conversations;
    private final ResumeLinks resumeLinks;
    private final Outbox outbox;
    private final Courier courier;
    private final Follower follower;
    private final Drawing drawing;

    Rooms(
            Chats chats,
            Links links,
            Conversations conversations,
            ResumeLinks resumeLinks,
            Outbox outbox,
            Courier courier,
            Follower follower,
            Drawing drawing) {
        this.chats = chats;
        this.links = links;
        this.conversations = conversations;
        this.resumeLinks = resumeLinks;
        this.outbox = outbox;
        this.courier = courier;
        this.follower = follower;
        this.drawing = drawing;
    }

    /** The conversation of the chat; a new one when there is none, or the last one is over, erased or somebody else's. */
    Conversation current(Chat chat, Employee employee) {
        Conversation now = chat.conversation() == null ? null : conversations.find(chat.conversation());
        if (now != null
                && now.state() != ConversationState.CLOSED
                && now.person().equals(employee.id())) {
            return now;
        }
        Conversation fresh = conversations.open(employee, null, "teams");
        chats.belongs(chat.id(), employee.id());
        chats.speaksIn(chat.id(), fresh.id());
        // The greeting is the welcome, which a chat gets once.
        links.show(fresh.id(), chat.id(), chat.welcomed() ? fresh.lastSeq() : 0);
        chats.welcomed(chat.id());
        return fresh;
    }

    /** The secret of a resume link in what somebody wrote. */
    static Optional<String> resumeToken(String words) {
        Matcher link = RESUME.matcher(words);
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    /** Goes on here with a conversation of the web: the same transcript, from its last message on. */
    Runnable resume(Chat chat, Employee employee, String token, Activity activity) {
        Optional<Conversation> found = resumeLinks
                .redeem(token, employee.id())
                .map(conversations::find)
                .filter(one -> one.state() != ConversationState.CLOSED);
        Language language = employee.language();
        outbox.note(
                chat.id(),
                activity.id(),
                drawing.note(
                        language,
                        Texts.get(language, found.isPresent() ? "teams.resumed" : "problem.resume-link-invalid"),
                        null,
                        null));
        courier.wakeAfterCommit(chat.id());
        if (found.isEmpty()) {
            return () -> {};
        }
        Conversation conversation = found.get();
        chats.belongs(chat.id(), employee.id());
        chats.welcomed(chat.id());
        chats.speaksIn(chat.id(), conversation.id());
        links.show(conversation.id(), chat.id(), Math.max(0, conversation.lastSeq() - 1));
        return () -> follower.follow(conversation.id());
    }
}
