package org.mainforte.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;

/**
 * Something an employee asked for.
 *
 * @param kind the id of its {@link org.mainforte.catalogue.RequestKind}
 * @param values the whole form, raw, as it was when the card was shown
 * @param card what the card showed
 * @param actingAt the time everything it causes happens at, when the demo moved the clock
 */
public record Request(
        String id,
        String kind,
        PersonId person,
        @Nullable ConversationId conversation,
        Language language,
        RequestState state,
        Map<String, String> values,
        List<Row> card,
        Instant expires,
        @Nullable Instant confirmedAt,
        @Nullable Instant actingAt,
        int attempts,
        @Nullable Receipt receipt) {}
