package org.mainforte.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;

/**
 * A request its employee said yes to.
 *
 * @param request the id of the request, the idempotency key of everything done for it
 * @param conversation where it was asked, null when it came by the plain API
 * @param at when it was confirmed; everything is computed as of this moment
 */
public record Confirmed(
        String request,
        Employee employee,
        Language language,
        @Nullable ConversationId conversation,
        Instant at) {}
