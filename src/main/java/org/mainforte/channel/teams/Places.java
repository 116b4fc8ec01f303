package org.mainforte.channel.teams;

import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.Links.Link;
import org.mainforte.channel.teams.Links.Place;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Standings;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** Keeps the card right that tells somebody's place in the queue: redrawn when the place or the time changes, closed at the end. */
@Component
class Places {
    /** The place is told by one of the last messages, or a long way up where nobody looks. */
    private static final int LATELY = 30;

    private final Standings standings;
    private final Conversations conversations;
    private final Links links;
    private final Outbox outbox;
    private final Courier courier;
    private final Clicks clicks;
    private final Drawing drawing;

    Places(
            Standings standings,
            Conversations conversations,
            Links links,
            Outbox outbox,
            Courier courier,
            Clicks clicks,
            Drawing drawing) {
        this.standings = standings;
        this.conversations = conversations;
        this.links = links;
        this.outbox = outbox;
        this.courier = courier;
        this.clicks = clicks;
        this.drawing = drawing;
    }

    /** Looks at where somebody stands now, in the caller's transaction and under the lock of the chat. */
    void follow(Chat chat, Link link, Conversation now) {
        Place before = link.place();
        Place place = place(now);
        if (before != null && (place == null || place.seq() != before.seq())) {
            close(chat, now, before);
        }
        if (place != null && !place.told().equals(told(now, before, place.seq()))) {
            Message message = message(now, place.seq());
            if (message != null) {
                redraw(chat, now, drawing.activity(now.id(), message.saying(place.told()), Drawing.Way.WHOLE), place);
            }
        }
        if (place == null ? before != null : !place.equals(before)) {
            links.tells(now.id(), place);
        }
    }

    private @Nullable Place place(Conversation now) {
        Place found = null;
        for (Message message : conversations.messages(now.id(), Math.max(0, now.lastSeq() - LATELY))) {
            String told = standings.retold(now, message);
            found = told == null ? found : new Place(message.seq(), told);
        }
        return found;
    }

    private @Nullable String told(Conversation now, @Nullable Place before, int seq) {
        if (before != null && before.seq() == seq) {
            return before.told();
        }
        Message message = message(now, seq);
        return message == null ? null : message.text();
    }

    private @Nullable Message message(Conversation now, int seq) {
        return conversations.messages(now.id(), seq - 1).stream().findFirst().orElse(null);
    }

    /** Nobody waits there any more, so it has no button to stop waiting. */
    private void close(Chat chat, Conversation now, Place place) {
        Message message = message(now, place.seq());
        if (message == null || clicks.before(now.id(), place.seq(), "any").isPresent()) {
            return;
        }
        String over = Texts.get(message.language(), "teams.place.over");
        redraw(chat, now, drawing.pressed(now.id(), message.saying(place.told()), over), place);
    }

    private void redraw(Chat chat, Conversation now, String body, Place place) {
        outbox.redraw(chat.id(), now.id(), place.seq(), body);
        courier.wakeAfterCommit(chat.id());
    }
}
