package org.mainforte.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/**
 * A technician and an employee meet.
 *
 * @param reference what the person quotes, for instance {@code A-100001}
 * @param technician the technician's id
 * @param ticket the ticket it is for, if there is one
 * @param version how often it was changed; the sequence number of its invitation
 * @param changed when it was booked or last changed
 */
public record Appointment(
        String reference,
        PersonId person,
        SiteId site,
        String technician,
        Instant start,
        Instant end,
        String place,
        String reason,
        @Nullable String ticket,
        State state,
        int version,
        Instant changed) {
    /** What became of it; written in lower case. */
    public enum State {
        BOOKED,
        MOVED,
        CANCELLED,
        DONE
    }

    /** Whether it is still to take place. */
    public boolean planned() {
        return state == State.BOOKED || state == State.MOVED;
    }

    public boolean upcoming(Instant now) {
        return planned() && start.isAfter(now);
    }

    Appointment in(State next, Instant at) {
        return new Appointment(
                reference, person, site, technician, start, end, place, reason, ticket, next, version + 1, at);
    }

    Appointment to(Instant from, Instant until, Instant at) {
        return new Appointment(
                reference, person, site, technician, from, until, place, reason, ticket, State.MOVED, version + 1, at);
    }

    Appointment to(Slot slot, String other, Instant at) {
        return new Appointment(
                reference,
                person,
                site,
                other,
                slot.start(),
                slot.end(),
                place,
                reason,
                ticket,
                State.MOVED,
                version + 1,
                at);
    }
}
