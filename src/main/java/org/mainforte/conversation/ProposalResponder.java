package org.mainforte.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.kernel.Texts;
import org.mainforte.request.Request;
import org.mainforte.request.RequestDesk;
import org.springframework.stereotype.Component;

/** Hears the yes or no to a card. Only a button of the card or an exact short form decides; anything else is not a yes. */
@Component
class ProposalResponder implements Responder, Aside {
    private static final Pattern NO_FIRST = Pattern.compile("^(non|nan|no|nope)\\b(?! (que|seulement))");

    private final RequestDesk desk;
    private final Catalogue catalogue;
    private final RequestDialogue dialogue;
    private final Waiting waiting;
    private final ConversationRows rows;

    ProposalResponder(
            RequestDesk desk, Catalogue catalogue, RequestDialogue dialogue, Waiting waiting, ConversationRows rows) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.dialogue = dialogue;
        this.waiting = waiting;
        this.rows = rows;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.OPEN_PROPOSAL;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        String choice = turn.input().choice();
        if (choice != null) {
            return decided(choice, turn, sink);
        }
        String open = turn.dialogue().proposal();
        if (open == null || turn.input().text() == null) {
            return false;
        }
        if (Wishes.is("yes", turn.text())) {
            return confirm(open, turn, sink);
        }
        if (Wishes.is("no", turn.text()) || Wishes.mentions("drop", turn.text())) {
            return decline(open, turn, sink);
        }
        return changed(open, turn, sink);
    }

    /** An agent talks: a yes may be to what they said, so only the card's own buttons decide. */
    @Override
    public boolean hears(Conversation conversation, Turn turn, ReplySink sink) {
        String choice = turn.input().choice();
        return conversation.state() == ConversationState.HELD && choice != null && decided(choice, turn, sink);
    }

    private boolean decided(String choice, Turn turn, ReplySink sink) {
        if (choice.startsWith(RequestDialogue.CONFIRM)) {
            return confirm(choice.substring(RequestDialogue.CONFIRM.length()), turn, sink);
        }
        if (choice.startsWith(RequestDialogue.DECLINE)) {
            return decline(choice.substring(RequestDialogue.DECLINE.length()), turn, sink);
        }
        return false;
    }

    private boolean confirm(String id, Turn turn, ReplySink sink) {
        RequestDesk.Decision decision = desk.confirm(id, turn.employee().id());
        forget(id, turn);
        if (decision == RequestDesk.Decision.DONE) {
            rows.lock(turn.conversation()).ifPresent(found -> rows.update(found.pending(id)));
            sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "proposal.confirmed"));
            return true;
        }
        Reply told = Reply.say(
                MessageKind.NOTICE,
                turn.language(),
                "proposal." + decision.name().toLowerCase(Locale.ROOT));
        sink.say(decision == RequestDesk.Decision.EXPIRED ? told.choices(again(id, turn)) : told);
        return true;
    }

    private List<Choice> again(String id, Turn turn) {
        return desk.find(id, turn.employee().id()).stream()
                .map(old -> Choice.plain(
                        Start.request(old.kind(), old.values()).toString(),
                        Texts.get(turn.language(), "proposal.again")))
                .toList();
    }

    private boolean decline(String id, Turn turn, ReplySink sink) {
        boolean declined = desk.decline(id, turn.employee().id());
        forget(id, turn);
        sink.say(Reply.say(MessageKind.NOTICE, turn.language(), declined ? "proposal.declined" : "proposal.closed"));
        waiting.goOn(turn, sink);
        return true;
    }

    private static void forget(String id, Turn turn) {
        if (id.equals(turn.dialogue().proposal())) {
            turn.dialogue(turn.dialogue().proposal(null));
        }
    }

    /** “Mets plutôt en urgent”: what the words say about the form makes a new card in place of the old one. */
    private boolean changed(String open, Turn turn, ReplySink sink) {
        Optional<Request> request = desk.find(open, turn.employee().id());
        if (request.isEmpty() || turn.text().strip().endsWith("?")) {
            return false;
        }
        Optional<RequestKind<?>> kind = catalogue.kind(request.get().kind());
        Map<String, String> understood = kind.map(
                        k -> k.understand(turn.text(), turn.asking(request.get().values())))
                .orElse(Map.of());
        Map<String, String> values = new LinkedHashMap<>(request.get().values());
        boolean other = false;
        for (var heard : understood.entrySet()) {
            boolean onTheCard =
                    values.containsKey(heard.getKey()) || heard.getKey().equals("phone");
            if (onTheCard && !isFreeText(heard.getKey()) && !heard.getValue().equals(values.get(heard.getKey()))) {
                values.put(heard.getKey(), heard.getValue());
                other = true;
            }
        }
        boolean moved = understood.containsKey("wish") && !understood.containsKey("slot");
        if (moved) {
            // Another time was named, and more than one slot or none fits: the old one must not stand.
            values.put("wish", understood.getOrDefault("wish", ""));
            values.remove("slot");
        }
        boolean another = !Wishes.in(turn.text()).stream()
                .allMatch(wish -> wish.startsWith("request:" + request.get().kind()));
        if (another || !(other || moved)) {
            return refused(open, another, turn, sink);
        }
        if (!moved) {
            sink.say(Reply.say(MessageKind.TEXT, turn.language(), "proposal.changed"));
        }
        dialogue.goOn(kind.orElseThrow(), values, turn, sink, null);
        return true;
    }

    /** “Non, …” that changes nothing on the card is a no to the card; what else it says is heard by the next speaker. */
    private boolean refused(String open, boolean more, Turn turn, ReplySink sink) {
        if (!NO_FIRST.matcher(turn.words()).find()) {
            return false;
        }
        desk.decline(open, turn.employee().id());
        forget(open, turn);
        sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "proposal.declined"));
        return !more && !Wishes.mentions("person", turn.text());
    }

    private static boolean isFreeText(String field) {
        return field.equals("description") || field.equals("reason");
    }

    /** The button that leads back to a card that still waits. */
    static Optional<Choice> comeBack(Turn turn) {
        return turn.dialogue().proposal() == null
                ? Optional.empty()
                : Optional.of(Choice.plain("show-proposal", Texts.get(turn.language(), "proposal.come-back")));
    }
}
