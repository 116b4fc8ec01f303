package org.mainforte.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Refusal;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books, moves and cancels. A slot belongs to whoever's claim stands first in the database; everything else of a change is in
 * the same transaction, so a loser leaves nothing behind.
 */
@Component
public class Appointments {
    private final Sites sites;
    private final SlotFinder finder;
    private final Promises promises;
    private final SlotClaims claims;
    private final LastLook lastLook;
    private final Technicians technicians;
    private final AppointmentRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Appointments(
            Sites sites,
            SlotFinder finder,
            Promises promises,
            SlotClaims claims,
            LastLook lastLook,
            Technicians technicians,
            AppointmentRows rows,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.sites = sites;
        this.finder = finder;
        this.promises = promises;
        this.claims = claims;
        this.lastLook = lastLook;
        this.technicians = technicians;
        this.rows = rows;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Books a slot of the employee's site; asking again with the same key gives the same appointment.
     *
     * @throws SlotTaken when somebody else has it, its technician is busy after all, or it begins too soon
     * @throws Refusal naming {@code slot} when the site has no such slot
     * @throws Problem 422 {@code idempotency-key-reused} when the key stands for something else
     */
    public Appointment book(Booking booking) {
        return transaction.execute(status -> {
            String reference = rows.nextReference();
            var before = rows.before(booking.request(), reference, booking.fingerprint());
            return before.isPresent() ? again(before.get(), booking.fingerprint()) : booked(booking, reference);
        });
    }

    private Appointment booked(Booking booking, String reference) {
        Site site = sites.required(booking.employee().site());
        Slot slot = slot(site, booking.slot());
        String technician = claimed(slot, reference, booking.at());
        var appointment = new Appointment(
                reference,
                booking.employee().id(),
                site.id(),
                technician,
                slot.start(),
                slot.end(),
                site.place(booking.language()),
                booking.reason(),
                booking.ticket(),
                Appointment.State.BOOKED,
                0,
                booking.at());
        rows.insert(appointment);
        var conversation = booking.conversation();
        if (conversation != null) {
            rows.talkedOf(reference, conversation);
        }
        return published(appointment);
    }

    /**
     * Moves a planned appointment to another slot of its site; moving it to where it is changes nothing.
     *
     * @param request the key under which it is done once, null when nobody repeats it
     * @throws SlotTaken when somebody else has the slot
     * @throws Refusal when there is no such slot, or the appointment is over or cancelled
     */
    public Appointment move(String reference, String slotId, @Nullable String request, Instant at) {
        return transaction.execute(status -> {
            Appointment now = rows.locked(reference);
            if (request != null && rows.before(request, reference, slotId).isPresent()) {
                return now;
            }
            requireUpcoming(now, at);
            Slot slot = slot(sites.required(now.site()), slotId);
            return slot.start().equals(now.start()) ? now : moved(now, slot, at);
        });
    }

    private Appointment moved(Appointment before, Slot slot, Instant at) {
        claims.release(before.reference());
        String technician = claimed(slot, before.reference(), at);
        Appointment after = before.to(slot, technician, at);
        rows.update(after);
        return published(after);
    }

    /**
     * Cancels a planned appointment and frees its time; cancelling twice is cancelling once.
     *
     * @throws Refusal when it is over
     */
    public Appointment cancel(String reference, Instant at) {
        return transaction.execute(status -> {
            Appointment now = rows.locked(reference);
            if (now.state() == Appointment.State.CANCELLED) {
                return now;
            }
            requireUpcoming(now, at);
            claims.release(reference);
            return ended(now, Appointment.State.CANCELLED, at);
        });
    }

    /** Its technician says that it has taken place. */
    public Appointment complete(String reference, Instant at) {
        return transaction.execute(status -> {
            Appointment now = rows.locked(reference);
            return now.planned() ? ended(now, Appointment.State.DONE, at) : now;
        });
    }

    /**
     * Its technician put it at another time in their own calendar.
     *
     * @return the appointment as it is then; empty when that time is another appointment's or it is over
     */
    Optional<Appointment> movedByTechnician(String reference, Instant start, Instant end, Instant at) {
        Appointment now = rows.locked(reference);
        if (!now.planned()) {
            return Optional.empty();
        }
        claims.release(reference);
        if (!claims.claim(now.site(), start, end, now.technician(), reference)) {
            claims.claim(now.site(), now.start(), now.end(), now.technician(), reference);
            return Optional.empty();
        }
        Appointment after = now.to(start, end, at);
        rows.update(after);
        return Optional.of(published(after));
    }

    /** An appointment that this person may see: their own, or one they are the technician of. */
    public Optional<Appointment> find(String reference, PersonId person) {
        return rows.find(reference)
                .filter(found ->
                        found.person().equals(person) || found.technician().equals(person.value()));
    }

    /** Those of somebody that are still to come, by start. */
    public List<Appointment> upcoming(PersonId person, Instant now) {
        return rows.of(person, now).stream().filter(one -> one.upcoming(now)).toList();
    }

    /** Those of somebody, cancelled ones too, from {@code past} before now on. */
    public List<Appointment> of(PersonId person, Instant now, Duration past) {
        return rows.of(person, now.minus(past));
    }

    /** What a technician has on a day in Paris. */
    public List<Appointment> dayOf(PersonId technician, LocalDate day) {
        return rows
                .with(
                        technician.value(),
                        day.atStartOfDay(ActingClock.PARIS).toInstant(),
                        day.plusDays(1).atStartOfDay(ActingClock.PARIS).toInstant())
                .stream()
                .filter(one -> one.state() != Appointment.State.CANCELLED)
                .toList();
    }

    public Technician technician(Appointment appointment) {
        return technicians.required(appointment.technician(), sites.required(appointment.site()));
    }

    private Appointment again(AppointmentRows.Before before, String fingerprint) {
        if (!before.fingerprint().equals(fingerprint)) {
            throw new Problem(422, "idempotency-key-reused");
        }
        return rows.find(before.appointment()).orElseThrow();
    }

    private Slot slot(Site site, String id) {
        return finder.read(site, id).orElseThrow(() -> new Refusal("slot", "appointment.slot-unknown", site.id()));
    }

    private String claimed(Slot slot, String reference, Instant at) {
        return finder.candidates(slot, at).stream()
                .map(Technician::id)
                .filter(technician -> lastLook.free(slot, technician))
                .filter(technician -> claims.claim(slot, technician, reference))
                .findFirst()
                .orElseThrow(() -> new SlotTaken(alternatives(slot, at)));
    }

    private List<Slot> alternatives(Slot taken, Instant at) {
        return promises.outlook(taken.site(), at).offered().stream()
                .filter(slot -> !slot.start().equals(taken.start()))
                .sorted(Comparator.comparing(
                        slot -> Duration.between(taken.start(), slot.start()).abs()))
                .limit(3)
                .sorted(Comparator.comparing(Slot::start))
                .toList();
    }

    private Appointment ended(Appointment before, Appointment.State state, Instant at) {
        Appointment after = before.in(state, at);
        rows.update(after);
        return published(after);
    }

    private Appointment published(Appointment appointment) {
        LocalDate latest = Promise.of(sites.required(appointment.site()), appointment.changed(), List.of())
                .day();
        LocalDate day = appointment.start().atZone(ActingClock.PARIS).toLocalDate();
        events.publishEvent(new AppointmentChanged(appointment, !day.isAfter(latest)));
        return appointment;
    }

    private static void requireUpcoming(Appointment appointment, Instant at) {
        if (!appointment.upcoming(at)) {
            throw new Refusal(null, "appointment.over", appointment.reference());
        }
    }
}
