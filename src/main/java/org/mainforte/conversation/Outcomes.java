package org.mainforte.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.people.Directory;
import org.mainforte.request.Request;
import org.mainforte.request.RequestSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the person what became of what they confirmed, in the transaction that settles it: a receipt exists exactly when the
 * effect does.
 */
@Component
class Outcomes {
    private final ConversationRows rows;
    private final MessageRows messageRows;
    private final Feed feed;
    private final Directory directory;
    private final Catalogue catalogue;
    private final RequestDialogue dialogue;
    private final Waiting waiting;
    private final Clock clock;

    Outcomes(
            ConversationRows rows,
            MessageRows messageRows,
            Feed feed,
            Directory directory,
            Catalogue catalogue,
            RequestDialogue dialogue,
            Waiting waiting,
            Clock clock) {
        this.rows = rows;
        this.messageRows = messageRows;
        this.feed = feed;
        this.directory = directory;
        this.catalogue = catalogue;
        this.dialogue = dialogue;
        this.waiting = waiting;
        this.clock = clock;
    }

    @EventListener
    void settled(RequestSettled event) {
        ConversationId id = event.request().conversation();
        if (id != null) {
            rows.lock(id).ifPresent(conversation -> tell(conversation, event));
        }
    }

    private void tell(Conversation conversation, RequestSettled event) {
        Request request = event.request();
        Language language = request.language();
        Turn turn = new Turn(
                conversation.id(),
                directory.find(conversation.person()).orElseThrow(),
                language,
                clock.instant(),
                conversation.askedSeq(),
                Input.text(""),
                conversation.dialogue());
        List<Reply> replies = new ArrayList<>();
        ReplySink sink = sink(replies);
        say(request, event, turn, sink);
        Conversation now = conversation;
        for (int i = 0; i < replies.size(); i++) {
            Reply reply = i == replies.size() - 1 && !replies.get(i).offersPerson()
                    ? replies.get(i).choice(Choice.person(language))
                    : replies.get(i);
            now = now.added();
            messageRows.append(
                    now.id(), now.lastSeq(), clock.instant(), Assistant.author(language), language, reply, null, null);
        }
        boolean awaited = request.id().equals(now.pendingRequest());
        rows.update(now.dialogue(turn.dialogue()).pending(awaited ? null : now.pendingRequest()));
        feed.changed(now.id());
    }

    private void say(Request request, RequestSettled event, Turn turn, ReplySink sink) {
        Receipt receipt = event.receipt();
        Refusal refusal = event.refusal();
        if (receipt != null) {
            sink.say(Reply.of(MessageKind.RECEIPT, receipt.text())
                    .receipt(new Card.Receipt(receipt.kind(), receipt.reference(), receipt.url(), receipt.details())));
            waiting.goOn(turn, sink);
        } else if (refusal != null) {
            refused(request, refusal, turn, sink);
        } else {
            sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "proposal.delayed"));
        }
    }

    /** Nothing was done: say why, and when it hangs on one field (a slot just taken) ask it again with what is left. */
    private void refused(Request request, Refusal refusal, Turn turn, ReplySink sink) {
        String field = refusal.field();
        if (field == null) {
            sink.say(Reply.of(MessageKind.NOTICE, refusal.text(turn.language())));
            return;
        }
        RequestKind<?> kind = catalogue.kind(request.kind()).orElseThrow();
        Map<String, String> values = new LinkedHashMap<>(request.values());
        values.remove(field);
        dialogue.goOn(kind, values, turn, sink, Objects.requireNonNull(refusal));
    }

    private static ReplySink sink(List<Reply> replies) {
        return new ReplySink() {
            @Override
            public void say(Reply reply) {
                replies.add(reply);
            }

            @Override
            public void delta(String text) {
                // an outcome is told whole
            }
        };
    }
}
