package org.mainforte.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.Appointment;
import org.mainforte.appointment.Appointments;
import org.mainforte.appointment.Promises;
import org.mainforte.appointment.Slot;
import org.mainforte.catalogue.NoticeBoard;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.OwnCases;
import org.mainforte.catalogue.Row;
import org.mainforte.catalogue.Start;
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
     * @param place where one meets, in the technician's language
     * @param room the meeting room that its ticket is about
     * @param tried what was asked and tried before, read off the conversation
     * @param report how it ended, in a sentence
     */
    public record Visit(
            Appointment appointment,
            @Nullable Employee person,
            String place,
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
        String place =
                sites.find(appointment.site()).map(site -> site.place(language)).orElse(appointment.place());
        return new Visit(appointment, directory.find(appointment.person()).orElse(null), place, room, tried, report);
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
                            language, "handover.visit-moved", reference, Texts.moment(language, after.start())),
                    Start.request("appointment-move", Map.of("appointment", reference)),
                    Start.request("appointment-cancel", Map.of("appointment", reference)));
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
        Start[] next =
                outcome == VisitOutcome.ABSENT ? new Start[] {Start.request("appointment", Map.of())} : new Start[0];
        tell(reference, technician, language -> Texts.get(language, key, reference), next);
        events.publishEvent(new VisitEnded(reference, appointment.site(), outcome, onSite, now));
    }

    /** @param next what the employee may want then */
    private void tell(String reference, Employee technician, Function<Language, String> text, Start... next) {
        Function<Language, List<Offer>> offers = language -> Stream.of(next)
                .map(start -> new Offer(start.name(language), start))
                .toList();
        visits.conversation(reference)
                .ifPresent(conversation -> board.post(conversation, technician.name(), text, offers));
    }

    private Appointment own(String reference, Employee technician) {
        return Optional.of(reference)
                .flatMap(known -> appointments.find(known, technician.id()))
                .filter(found -> found.technician().equals(technician.id().value()))
                .orElseThrow(Problem::notFound);
    }
}
