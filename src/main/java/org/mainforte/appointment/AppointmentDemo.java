package org.mainforte.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.DemoPart;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.mainforte.kernel.Texts;
import org.mainforte.outside.Outbox;
import org.mainforte.site.DemoFacts;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** The demo's technicians, listed free times and appointments. */
@Component
class AppointmentDemo implements DemoPart {
    private final Sites sites;
    private final Technicians technicians;
    private final FreeTimes free;
    private final SlotClaims claims;
    private final AppointmentRows rows;
    private final Promises promises;
    private final CalendarEntries entries;
    private final Outbox outbox;
    private final InvitationMail mail;
    private final Clock clock;

    AppointmentDemo(
            Sites sites,
            Technicians technicians,
            FreeTimes free,
            SlotClaims claims,
            AppointmentRows rows,
            Promises promises,
            CalendarEntries entries,
            Outbox outbox,
            InvitationMail mail,
            Clock clock) {
        this.sites = sites;
        this.technicians = technicians;
        this.free = free;
        this.claims = claims;
        this.rows = rows;
        this.promises = promises;
        this.entries = entries;
        this.outbox = outbox;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of("technicians", "free", "appointments");
    }

    @Override
    public void clear() {
        rows.clear();
        entries.clear();
        outbox.clear(CalendarErrand.KIND);
        mail.clear();
        claims.clear();
        free.clear();
        technicians.clear();
        promises.clear();
    }

    @Override
    public void take(Map<String, Object> parts) {
        DemoFacts.list(parts, "technicians").forEach(this::technician);
        DemoFacts.list(parts, "free").forEach(this::freeTimes);
        DemoFacts.list(parts, "appointments").forEach(this::appointment);
    }

    private void technician(DemoFacts facts) {
        String id = facts.text("id");
        String name = facts.text("name");
        List<SiteId> served = facts.sites("sites", sites);
        facts.nothingElse();
        if (technicians.knows(id)) {
            throw DemoFacts.invalid("technicians: \"" + id + "\" stands there twice");
        }
        technicians.record(id, name, served);
    }

    private void freeTimes(DemoFacts facts) {
        free.list(
                facts.site("site", sites),
                facts.date("date"),
                facts.all("times", LocalTime::parse, "times such as 09:00"));
        facts.nothingElse();
    }

    /** An appointment as if it had been booked: its technician is the first of the site who has nothing else then. */
    private void appointment(DemoFacts facts) {
        String reference = facts.text("reference");
        String person = facts.text("person");
        Site site = sites.required(facts.site("site", sites));
        Instant start = facts.moment("start").toInstant();
        String ticket = facts.optionalText("ticket").orElse(null);
        facts.nothingElse();
        if (reference.length() > 20 || rows.find(reference).isPresent()) {
            throw DemoFacts.invalid("appointments: \"" + reference + "\" is too long or stands there twice");
        }
        Slot wanted = claimed(site, start, reference);
        String technician = wanted.technician().id();
        rows.insert(new Appointment(
                reference,
                new PersonId(person),
                site.id(),
                technician,
                wanted.start(),
                wanted.end(),
                site.place(Language.FR),
                Texts.get(Language.FR, "appointment.demo-reason"),
                ticket,
                Appointment.State.BOOKED,
                0,
                clock.instant()));
    }

    /** The site's usual length when somebody is free for so long, otherwise shorter: the world may be denser than the grid. */
    private Slot claimed(Site site, Instant start, String reference) {
        return Stream.of(site.slot(), Duration.ofMinutes(30), Duration.ofMinutes(15))
                .map(length -> start.plus(length))
                .flatMap(end -> calendar(site, start).free(start, end, false).stream()
                        .map(technician -> new Slot(site, technician, start, end)))
                .filter(slot -> claims.claim(slot, slot.technician().id(), reference))
                .findFirst()
                .orElseThrow(() -> DemoFacts.invalid("appointments: nobody is free for \"" + reference + "\""));
    }

    private Calendar calendar(Site site, Instant start) {
        var day = start.atZone(ActingClock.PARIS).toLocalDate().atStartOfDay(ActingClock.PARIS);
        List<Technician> recorded = technicians.of(site);
        List<Technician> team = recorded.isEmpty() ? List.of(Technician.team(site)) : recorded;
        return new Calendar(
                site,
                team,
                claims.between(site.id(), team, day.toInstant(), day.plusDays(2).toInstant()));
    }
}
