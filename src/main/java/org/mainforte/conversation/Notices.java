package org.mainforte.conversation;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.NoticeBoard;
import org.mainforte.catalogue.Offer;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** Writes what happened elsewhere into the conversation. It answers nothing and changes nobody's turn. */
@Component
class Notices implements NoticeBoard {
    private final ConversationRows rows;
    private final MessageRows messageRows;
    private final Feed feed;
    private final Clock clock;

    Notices(ConversationRows rows, MessageRows messageRows, Feed feed, Clock clock) {
        this.rows = rows;
        this.messageRows = messageRows;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public void post(
            ConversationId conversation,
            @Nullable String person,
            Function<Language, String> text,
            Function<Language, List<Offer>> offers) {
        rows.lock(conversation).map(this::whereTheyAreNow).ifPresent(found -> {
            Language language = found.language();
            Reply reply = Reply.of(MessageKind.NOTICE, text.apply(language))
                    .choices(offers.apply(language).stream()
                            .map(offer -> Choice.plain(offer.start().toString(), offer.label()))
                            .toList())
                    .choice(Choice.person(language));
            Message.Author author = person == null
                    ? new Message.Author(Message.Kind.SYSTEM, Texts.get(language, "conversation.system"))
                    : new Message.Author(Message.Kind.AGENT, person);
            Conversation now = found.added();
            messageRows.append(now.id(), now.lastSeq(), clock.instant(), author, language, reply, null, null);
            rows.update(now);
            feed.changed(now.id());
        });
    }

    /** What is over is not looked at any more: the person's newest conversation hears it, or this one goes on. */
    private Conversation whereTheyAreNow(Conversation asked) {
        if (asked.state() != ConversationState.CLOSED) {
            return asked;
        }
        return rows.of(asked.person()).stream()
                .filter(other -> other.state() != ConversationState.CLOSED)
                .findFirst()
                .flatMap(newest -> rows.lock(newest.id()))
                .orElseGet(() -> asked.in(ConversationState.BOT));
    }
}
