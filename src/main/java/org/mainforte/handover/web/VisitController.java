package org.mainforte.handover.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.Appointment;
import org.mainforte.appointment.SlotTaken;
import org.mainforte.catalogue.Row;
import org.mainforte.handover.VisitDesk;
import org.mainforte.handover.VisitOutcome;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Refusal;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A technician's today and tomorrow. For everybody else it does not exist. */
@RestController
@RequestMapping("/api/desk/day")
class VisitController {
    private static final int LONGEST_VISIT = 600;

    private final VisitDesk desk;
    private final SignIn signIn;

    VisitController(VisitDesk desk, SignIn signIn) {
        this.desk = desk;
        this.signIn = signIn;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Visit(
            String reference,
            String site,
            OffsetDateTime start,
            OffsetDateTime end,
            String place,
            @Nullable String room,
            String reason,
            @Nullable String ticket,
            String state,
            @Nullable String person,
            @Nullable String address,
            @Nullable String phone,
            List<Row> tried,
            @Nullable String outcome) {
        static Visit of(VisitDesk.Visit visit) {
            Appointment appointment = visit.appointment();
            Optional<Employee> person = Optional.ofNullable(visit.person());
            return new Visit(
                    appointment.reference(),
                    appointment.site().value(),
                    paris(appointment.start()),
                    paris(appointment.end()),
                    visit.place(),
                    visit.room(),
                    appointment.reason(),
                    appointment.ticket(),
                    appointment.state().name().toLowerCase(Locale.ROOT),
                    person.map(Employee::name).orElse(null),
                    person.map(Employee::address).orElse(null),
                    person.map(Employee::phone).orElse(null),
                    visit.tried(),
                    visit.report());
        }
    }

    private static OffsetDateTime paris(Instant at) {
        return at.atZone(ActingClock.PARIS).toOffsetDateTime();
    }

    /** Today's visits, then tomorrow's. */
    @GetMapping
    List<List<Visit>> days(@AuthenticationPrincipal Jwt token) {
        return desk.days(technician(token)).stream()
                .map(day -> day.stream().map(Visit::of).toList())
                .toList();
    }

    record Free(String id, OffsetDateTime start, OffsetDateTime end) {}

    @GetMapping("/{reference}/slots")
    List<Free> slots(@AuthenticationPrincipal Jwt token, @PathVariable String reference) {
        return desk.freeFor(reference, technician(token)).stream()
                .map(slot -> new Free(slot.id(), paris(slot.start()), paris(slot.end())))
                .toList();
    }

    /** Either a slot to move to, or how it ended with the minutes on site. */
    record Change(
            @Nullable String slot,
            @Nullable String outcome,
            @Nullable Integer minutes) {}

    @PatchMapping("/{reference}")
    ResponseEntity<Void> change(
            @AuthenticationPrincipal Jwt token, @PathVariable String reference, @RequestBody Change change) {
        Employee technician = technician(token);
        if (change.slot() != null) {
            move(reference, technician, change.slot());
        } else {
            int minutes = Optional.ofNullable(change.minutes()).orElse(-1);
            VisitOutcome outcome = Optional.ofNullable(change.outcome())
                    .flatMap(VisitOutcome::of)
                    .filter(known -> minutes >= 0 && minutes <= LONGEST_VISIT)
                    .orElseThrow(() -> new Problem(422, "malformed"));
            desk.end(reference, technician, outcome, Duration.ofMinutes(minutes));
        }
        return ResponseEntity.noContent().build();
    }

    private void move(String reference, Employee technician, String slot) {
        try {
            desk.move(reference, technician, slot);
        } catch (SlotTaken taken) {
            throw new Problem(409, "slot-taken");
        } catch (Refusal refusal) {
            throw "slot".equals(refusal.field())
                    ? new Problem(422, "slot-unknown")
                    : new Problem(409, "appointment-over");
        }
    }

    private Employee technician(Jwt token) {
        Employee technician = signIn.employee(token);
        if (technician.role() != Role.TECHNICIAN) {
            throw Problem.notFound();
        }
        return technician;
    }
}
