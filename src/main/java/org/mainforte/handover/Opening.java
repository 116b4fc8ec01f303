package org.mainforte.handover;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Floor;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.request.RequestDesk;
import org.mainforte.request.RequestState;
import org.mainforte.site.DeskHours;
import org.springframework.stereotype.Component;

/** Takes the wish for a person while somebody is there: first a ticket, so that nothing can be lost any more, then the queue. */
@Component
class Opening {
    private static final String OTHER = "other";
    private static final int TOPIC = 160;
    private static final int DESCRIPTION = 1_500;

    private final HandoverRows rows;
    private final Agents agents;
    private final DeskHours hours;
    private final Catalogue catalogue;
    private final RequestDesk desk;
    private final Floor floor;
    private final Offers offers;

    Opening(
            HandoverRows rows,
            Agents agents,
            DeskHours hours,
            Catalogue catalogue,
            RequestDesk desk,
            Floor floor,
            Offers offers) {
        this.rows = rows;
        this.agents = agents;
        this.hours = hours;
        this.catalogue = catalogue;
        this.desk = desk;
        this.floor = floor;
        this.offers = offers;
    }

    /** Whether somebody would be asked now: whoever sits at the desk and is free for it counts, whatever its hours. */
    boolean possible() {
        return !agents.present().isEmpty();
    }

    /** @return false when nobody is there; nothing has been said or done then */
    boolean open(Turn turn, boolean urgent, ReplySink sink) {
        Optional<Handover> before = rows.find(turn.conversation());
        if (before.filter(known -> known.state() == HandoverState.OFFERED).isPresent()) {
            sink.say(offers.told(before.get(), turn.language()));
            return true;
        }
        if (before.filter(known -> known.state() == HandoverState.ASKED).isPresent()) {
            // The ticket of the wish before is just being opened; a second one would be nobody's.
            sink.say(Reply.say(MessageKind.HANDOVER, turn.language(), "handover.being-opened"));
            return true;
        }
        if (!possible()) {
            return false;
        }
        String ticket = before.map(Handover::ticket).orElse(null);
        if (ticket != null) {
            rows.wish(wish(turn, urgent, description(turn), null, ticket), HandoverState.OFFERED);
            floor.pass(turn.conversation(), ConversationState.OFFERED);
            Handover again = rows.find(turn.conversation()).orElseThrow();
            sink.say(offers.told(again, turn.language()));
            offers.ring(again, null);
            return true;
        }
        return withNewTicket(turn, urgent, sink);
    }

    private boolean withNewTicket(Turn turn, boolean urgent, ReplySink sink) {
        keepCard(turn);
        String description = description(turn);
        String request;
        try {
            request = floor.order("ticket", form(description, urgent, turn), turn);
        } catch (Refusal unfit) {
            description = Texts.get(turn.language(), "handover.reason.neutral");
            request = floor.order("ticket", form(description, urgent, turn), turn);
        }
        rows.wish(wish(turn, urgent, description, request, null), HandoverState.ASKED);
        sink.say(Reply.say(MessageKind.HANDOVER, turn.language(), opening(turn)));
        return true;
    }

    /** At an hour at which nobody has to be there, that somebody is there all the same is said as it is. */
    private String opening(Turn turn) {
        return hours.isOpen(turn.now()) ? "handover.opening" : "handover.opening-late";
    }

    /** A card that waits for a yes is not lost: it comes back after this. */
    private void keepCard(Turn turn) {
        String card = turn.dialogue().proposal();
        if (card != null) {
            turn.dialogue(turn.dialogue().proposal(null));
            desk.find(card, turn.employee().id())
                    .filter(open -> open.state() == RequestState.DRAFTED)
                    .ifPresent(open -> turn.dialogue(turn.dialogue()
                            .waitFor(Start.request(open.kind(), open.values()).toString())));
        }
    }

    private static String description(Turn turn) {
        String stuck = turn.dialogue().context();
        String question =
                turn.dialogue().question() == null ? stuck : turn.dialogue().question();
        if (question == null || question.isBlank()) {
            return Texts.get(turn.language(), "handover.reason.neutral");
        }
        return question.length() > DESCRIPTION ? question.substring(0, DESCRIPTION) : question;
    }

    /** The whole form without asking anything: what is not known is “other”. */
    private Map<String, String> form(String description, boolean urgent, Turn turn) {
        RequestKind<?> kind = catalogue.kind("ticket").orElseThrow();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("description", description);
        values.put("urgency", urgent ? "urgent" : "normal");
        String context = turn.dialogue().context();
        if (context != null) {
            values.put("context", context);
        }
        values.put("category", category(description, turn));
        for (Field missing : new FormReader<>(kind).missing(turn.asking(values))) {
            missing.options().stream()
                    .filter(option -> option.value().equals(OTHER))
                    .findFirst()
                    .ifPresent(other -> values.put(missing.name(), other.value()));
        }
        return values;
    }

    private String category(String description, Turn turn) {
        Asking asking = turn.asking(Map.of("description", description));
        @Nullable String guess = catalogue.kind("ticket").orElseThrow().suggestion("category", asking);
        return guess == null ? OTHER : guess;
    }

    private HandoverRows.Wish wish(
            Turn turn, boolean urgent, String description, @Nullable String request, @Nullable String ticket) {
        String line = String.join(" ", List.of(description.strip().split("\\s+")));
        return new HandoverRows.Wish(
                turn.conversation(),
                turn.employee().id(),
                turn.employee().site(),
                turn.language(),
                line.length() > TOPIC ? line.substring(0, TOPIC - 1) + "…" : line,
                category(description, turn),
                urgent ? "urgent" : "normal",
                request,
                ticket,
                openFor(turn));
    }

    private Duration openFor(Turn turn) {
        var there = turn.now().atZone(ActingClock.PARIS);
        return hours.on(there.toLocalDate())
                .map(day -> Duration.between(there, there.with(day.until())))
                .orElse(Duration.ZERO);
    }
}
