package org.mainforte.appointment.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.Appointment;
import org.mainforte.appointment.Appointments;
import org.mainforte.appointment.Booking;
import org.mainforte.appointment.CalendarFile;
import org.mainforte.appointment.Promise;
import org.mainforte.appointment.Promises;
import org.mainforte.appointment.SlotTaken;
import org.mainforte.catalogue.OwnCases;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Refusal;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Slots and appointments of whoever is signed in; those of others do not exist. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentController {
    private static final Duration PAST_SHOWN = Duration.ofDays(30);

    private final Appointments appointments;
    private final Promises promises;
    private final Sites sites;
    private final OwnCases cases;
    private final Directory directory;
    private final SignIn signIn;
    private final Clock clock;

    AppointmentController(
            Appointments appointments,
            Promises promises,
            Sites sites,
            OwnCases cases,
            Directory directory,
            SignIn signIn,
            Clock clock) {
        this.appointments = appointments;
        this.promises = promises;
        this.sites = sites;
        this.cases = cases;
        this.directory = directory;
        this.signIn = signIn;
        this.clock = clock;
    }

    record Slots(List<SlotView> slots, PromiseView promise) {}

    record PromiseView(OffsetDateTime latest, boolean kept) {
        static PromiseView of(Promise promise) {
            return new PromiseView(SlotView.paris(promise.latest()), promise.kept());
        }
    }

    record Wanted(
            @Nullable String slot,
            @Nullable String reason,
            @Nullable String ticket) {}

    record Change(@Nullable String slot, @Nullable String state) {}

    /** Every free slot of the caller's site; when the promise cannot be kept the later ones are there, and it says so. */
    @GetMapping("/slots")
    Slots slots(@AuthenticationPrincipal Jwt token, @RequestParam(required = false) @Nullable String reason) {
        Employee employee = signIn.employee(token);
        Promises.Outlook outlook = promises.asked(employee, site(employee), clock.instant());
        return new Slots(
                outlook.slots().stream()
                        .map(slot -> SlotView.of(slot, employee.language()))
                        .toList(),
                PromiseView.of(outlook.promise()));
    }

    @GetMapping
    List<AppointmentView> mine(@AuthenticationPrincipal Jwt token) {
        Employee employee = signIn.employee(token);
        Instant now = clock.instant();
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        List<Appointment> found = employee.role() == Role.TECHNICIAN
                ? appointments.dayOf(employee.id(), today)
                : appointments.of(employee.id(), now, PAST_SHOWN);
        return found.stream().map(one -> view(one, employee)).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AppointmentView book(
            @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wanted wanted) {
        Employee employee = signIn.employee(token);
        if (key == null || key.isBlank() || key.length() > 120) {
            throw new Problem(400, "idempotency-key-missing");
        }
        site(employee);
        String slot = text("slot", wanted.slot(), 200);
        String reason = text("reason", wanted.reason(), 500);
        @Nullable String ticket = wanted.ticket() == null ? null : text("ticket", wanted.ticket(), 40);
        if (ticket != null && !cases.has(employee, ticket)) {
            throw Problem.notFound();
        }
        var booking = new Booking(
                employee,
                employee.language(),
                slot,
                reason,
                ticket,
                "key:" + employee.id() + ":" + key,
                sha256(slot + "\n" + reason + "\n" + ticket),
                clock.instant());
        return view(told(employee, () -> appointments.book(booking)), employee);
    }

    @PatchMapping("/{reference}")
    AppointmentView change(
            @AuthenticationPrincipal Jwt token, @PathVariable String reference, @RequestBody Change change) {
        Employee employee = signIn.employee(token);
        Appointment appointment = required(reference, employee);
        Instant now = clock.instant();
        if ("done".equals(change.state())
                && appointment.technician().equals(employee.id().value())) {
            return view(appointments.complete(reference, now), employee);
        }
        String slot = text("slot", change.slot(), 200);
        return view(told(employee, () -> appointments.move(reference, slot, null, now)), employee);
    }

    @DeleteMapping("/{reference}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Jwt token, @PathVariable String reference) {
        Employee employee = signIn.employee(token);
        required(reference, employee);
        told(employee, () -> appointments.cancel(reference, clock.instant()));
    }

    @GetMapping("/{reference}.ics")
    ResponseEntity<byte[]> invitation(@AuthenticationPrincipal Jwt token, @PathVariable String reference) {
        Employee employee = signIn.employee(token);
        Appointment appointment = required(reference, employee);
        String technician = appointments.technician(appointment).name(employee.language());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + appointment.reference() + ".ics\"")
                .body(CalendarFile.published(appointment, technician, employee.language())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Appointment required(String reference, Employee employee) {
        return appointments.find(reference, employee.id()).orElseThrow(Problem::notFound);
    }

    private Site site(Employee employee) {
        return sites.find(employee.site()).orElseThrow(Problem::notFound);
    }

    private AppointmentView view(Appointment appointment, Employee reader) {
        Optional<String> person = appointment.person().equals(reader.id())
                ? Optional.empty()
                : directory.find(appointment.person()).map(Employee::name);
        return AppointmentView.of(
                appointment, appointments.technician(appointment).name(reader.language()), person.orElse(null));
    }

    /** Makes what the room says into problems of this API. */
    private static Appointment told(Employee employee, Supplier<Appointment> change) {
        try {
            return change.get();
        } catch (SlotTaken taken) {
            List<SlotView> alternatives = taken.alternatives().stream()
                    .map(slot -> SlotView.of(slot, employee.language()))
                    .toList();
            throw new Problem(409, "slot-taken", Map.of("alternatives", alternatives));
        } catch (Refusal refusal) {
            throw "slot".equals(refusal.field())
                    ? new Problem(422, "slot-unknown")
                    : new Problem(409, "appointment-over");
        }
    }

    private static String text(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank() || value.length() > most) {
            throw new Problem(422, "appointment-invalid", field);
        }
        return value.strip();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
