package org.mainforte.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Refusal;
import org.mainforte.people.Employee;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where requests are drafted and decided. Nothing happens before the employee's own yes; saying yes twice has one effect.
 * What was confirmed is done after commit by {@link Fulfilment}; the request's row is its own outbox.
 */
@Component
public class RequestDesk {
    /** How long a card can be confirmed. */
    public static final Duration DECIDE_WITHIN = Duration.ofMinutes(30);

    private final Requests requests;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestDesk(Requests requests, Catalogue catalogue, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores a draft with its card; an earlier open draft of the same conversation is replaced.
     *
     * @throws Refusal when the form is not complete or a value is not acceptable; nothing is changed then, and the turn that
     *     asked goes on
     */
    @Transactional(noRollbackFor = Refusal.class)
    public Request draft(
            String kind,
            Map<String, String> values,
            Employee employee,
            Language language,
            @Nullable ConversationId conversation) {
        RequestKind<?> known = catalogue.kind(kind).orElseThrow(() -> new IllegalArgumentException("No kind " + kind));
        Asking asking = new Asking(employee, language, clock.instant(), values);
        Request draft = drafted(known, asking, conversation);
        if (conversation != null) {
            requests.replaceDraftsOf(conversation);
        }
        requests.insert(draft, clock.instant());
        return draft;
    }

    private <F extends Record> Request drafted(
            RequestKind<F> kind, Asking asking, @Nullable ConversationId conversation) {
        var form = new FormReader<>(kind).read(asking);
        return new Request(
                UUID.randomUUID().toString(),
                kind.id(),
                asking.employee().id(),
                conversation,
                asking.language(),
                RequestState.DRAFTED,
                asking.values(),
                kind.card(form, asking),
                clock.instant().plus(DECIDE_WITHIN),
                null,
                ActingClock.acting(),
                0,
                null);
    }

    /** What became of somebody's decision. */
    public enum Decision {
        DONE,
        /** It was already confirmed, by an earlier click or another tab. */
        ALREADY,
        EXPIRED,
        /** Declined, replaced or refused before. */
        CLOSED,
        UNKNOWN
    }

    /** The employee says yes. Call it only for an answer of the employee themself, never for a model. */
    @Transactional
    public Decision confirm(String id, PersonId person) {
        Instant now = clock.instant();
        if (requests.decide(id, person, RequestState.CONFIRMED, now)) {
            requests.actAt(id, ActingClock.acting());
            events.publishEvent(new RequestConfirmed(id));
            return Decision.DONE;
        }
        return outcome(id, person, now);
    }

    private Decision outcome(String id, PersonId person, Instant now) {
        Optional<Request> request = find(id, person);
        if (request.isEmpty()) {
            return Decision.UNKNOWN;
        }
        return switch (request.get().state()) {
            case CONFIRMED, FULFILLED -> Decision.ALREADY;
            case DRAFTED -> request.get().expires().isAfter(now) ? Decision.UNKNOWN : Decision.EXPIRED;
            case DECLINED, REPLACED, REFUSED -> Decision.CLOSED;
        };
    }

    /** The employee says no, or lets go. @return whether there was an open draft to decline */
    @Transactional
    public boolean decline(String id, PersonId person) {
        return requests.decide(id, person, RequestState.DECLINED, clock.instant());
    }

    /** A request of this person; somebody else's is as if it did not exist. */
    public Optional<Request> find(String id, PersonId person) {
        return requests.find(id).filter(request -> request.person().equals(person));
    }
}
