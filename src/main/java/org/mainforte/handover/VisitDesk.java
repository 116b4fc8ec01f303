package org.mainforte.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.Appointment;
import org.mainforte.appointment.Appointments;
import org.mainforte.appointment.Promises;
import org.mainforte.appointment.Slot;
import org.mainforte.catalogue.NoticeBoard;
import org.mainforte.catalogue.OwnCases;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Summaries;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.site.Sites;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A technician's visits: what to know before, and what becomes of them. The employee hears of a change where they asked. */
@Component
public class VisitDesk {
    private static final int SLOTS_SHOWN = 20;

    private final Appointments appointments;
    private final Promises promises;
    private final Sites sites;
    private final Visits visits;
    private final Summaries summaries;
    private final Directory directory;
    private final OwnCases cases;
    private final NoticeBoard board;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitDesk(
            Appointments appointments,
            Promises promises,
            Sites sites,
            Visits visits,
            Summaries summaries,
            Directory directory,
            OwnCases cases,
            NoticeBoard board,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.promises = promises;
        this.sites = sites;
        this.visits = visits;
        this.summaries = summaries;
        this.directory = directory;
        this.cases = cases;
        this.board = board;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A visit as its technician sees it.
     *
     * @param room the meeting room that its ticket is about
     * @param tried what was asked and tried before, read off the conversation
     * @param report how it ended, in a sentence
     */
    public record Visit(
            Appointment appointment,
            @Nullable Employee person,
            @Nullable String room,
            List<Row> tried,
            @Nullable String report) {}

    /** Today's and tomorrow's visits, by start. */
    public List<List<Visit>> days(Employee technician) {
        LocalDate today = clock.instant().atZone(ActingClock.PARIS).toLocalDate();
        return List.of(day(technician, today), day(technician, today.plusDays(1)));
    }

    private List<Visit> day(Employee technician, LocalDate day) {
        return appointments.dayOf(technician.id(), day).stream()
                .map(one -> visit(one, technician.language()))
                .toList();
    }

    private Visit visit(Appointment appointment, Language language) {
        List<Row> tried = visits.conversation(appointment.reference())
                .map(conversation -> SummaryRows.of(summaries.of(conversation, language)))
                .orElse(List.of());
        String report = visits.report(appointment.reference())
                .map(done ->
                        Texts.get(language, "handover.visit." + done.outcome().written(), done.minutes()))
                .orElse(null);
        String room =
                Optional.ofNullable(appointment.ticket()).flatMap(cases::room).orElse(null);
        return new Visit(appointment, directory.find(appointment.person()).orElse(null), room, tried, report);
    }

    /** Where a visit may be moved: the free times of this technician at its site. */
    public List<Slot> freeFor(String reference, Employee technician) {
        Appointment appointment = own(reference, technician);
        return promises.outlook(sites.required(appointment.site()), clock.instant()).slots().stream()
                .filter(slot -> slot.technician().id().equals(technician.id().value()))
                .limit(SLOTS_SHOWN)
                .toList();
    }

    /** @throws org.mainforte.kernel.Refusal when there is no such slot or the visit is over */
    @Transactional
    public void move(String reference, Employee technician, String slot) {
        Appointment before = own(reference, technician);
        Appointment after = appointments.move(reference, slot, null, clock.instant());
        if (!after.start().equals(before.start())) {
            tell(
                    reference,
                    technician,
                    language -> Texts.get(
                            language, "handover.visit-moved", reference, Texts.moment(language, after.start())));
        }
    }

    /** Done, with how it ended; saying it twice is saying it once. @param onSite from zero to ten hours */
    @Transactional
    public void end(String reference, Employee technician, VisitOutcome outcome, Duration onSite) {
        Appointment appointment = own(reference, technician);
        if (appointment.state() == Appointment.State.CANCELLED) {
            throw new Problem(409, "appointment-over");
        }
        Instant now = clock.instant();
        var report = new Visits.Report(outcome, (int) onSite.toMinutes());
        if (!visits.end(reference, report, now.atZone(ActingClock.PARIS).toOffsetDateTime())) {
            return;
        }
        appointments.complete(reference, now);
        String key = "handover.visit-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        tell(reference, technician, language -> Texts.get(language, key, reference));
        events.publishEvent(new VisitEnded(reference, appointment.site(), outcome, onSite, now));
    }

    private void tell(String reference, Employee technician, Function<Language, String> text) {
        visits.conversation(reference)
                .ifPresent(conversation -> board.post(conversation, technician.name(), text, language -> List.of()));
    }

    private Appointment own(String reference, Employee technician) {
        return Optional.of(reference)
                .flatMap(known -> appointments.find(known, technician.id()))
                .filter(found -> found.technician().equals(technician.id().value()))
                .orElseThrow(Problem::notFound);
    }
}
