package org.mainforte.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;

/**
 * What somebody wants to book.
 *
 * @param slot the id of a slot, as it came from outside
 * @param request the key under which it is done once: a request's id, or an idempotency key with its owner
 * @param fingerprint what was asked, in short: another one under the same key is refused
 * @param at the moment as of which it is judged
 */
public record Booking(
        Employee employee,
        Language language,
        String slot,
        String reason,
        @Nullable String ticket,
        String request,
        String fingerprint,
        Instant at,
        @Nullable ConversationId conversation) {
    /** Booked outside a conversation. */
    public Booking(
            Employee employee,
            Language language,
            String slot,
            String reason,
            @Nullable String ticket,
            String request,
            String fingerprint,
            Instant at) {
        this(employee, language, slot, reason, ticket, request, fingerprint, at, null);
    }
}
