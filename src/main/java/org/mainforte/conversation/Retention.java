package org.mainforte.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mainforte.catalogue.Lookup;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps conversations no longer than it says, and says how long. What a ticket needs stays in the ticket. */
@Component
class Retention implements Lookup {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 200;

    private final ConversationRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Duration kept;

    Retention(
            ConversationRows rows,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            @Value("${mainforte.keep-conversations:90d}") Duration kept) {
        this.rows = rows;
        this.events = events;
        this.transaction = transaction;
        this.kept = kept;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void eraseWhatIsTooOld() {
        List<ConversationId> old = rows.untouchedFor(kept, BATCH);
        for (var id : old) {
            transaction.executeWithoutResult(status -> {
                rows.delete(id);
                events.publishEvent(new ConversationErased(id));
            });
        }
        if (!old.isEmpty()) {
            LOG.info("{} conversations were older than {} days and are erased", old.size(), kept.toDays());
        }
    }

    @Override
    public String id() {
        return "retention";
    }

    @Override
    public Answer answer(Employee employee, Language language, Instant now, Map<String, String> values) {
        return new Answer(told(language), List.of());
    }

    @Override
    public Optional<String> forEverybody(Language language) {
        return Optional.of(told(language));
    }

    private String told(Language language) {
        return Texts.get(language, "conversation.kept", kept.toDays());
    }
}
