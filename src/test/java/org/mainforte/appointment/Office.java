package org.mainforte.appointment;

import static org.awaitility.Awaitility.await;
import static org.mainforte.kernel.ActingClock.PARIS;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.embedded.EmbeddedCalendar;
import org.mainforte.catalogue.Asking;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.mainforte.outside.Attention;
import org.mainforte.outside.Courier;
import org.mainforte.outside.Outbox;
import org.mainforte.outside.Outboxes;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.mainforte.site.Databases;
import org.mainforte.site.Site;
import org.mainforte.site.SitePlanning;
import org.mainforte.site.Sites;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole room on a fresh database, without a container. */
final class Office {
    final Sites sites = new Sites(Path.of("knowledge-base"));
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Technicians technicians;
    final SitePlanning planning;
    final SlotFinder finder;
    final Promises promises;
    final Appointments appointments;
    final AppointmentRows rows;
    final SlotClaims claims;
    final AppointmentDemo demo;
    final Outbox outbox;
    final CalendarEntries entries;
    final CalendarErrand errand;
    final CalendarFeed feed;
    final InvitationMail mail;
    final Attention attention;
    final Courier courier;
    final List<String> told = Collections.synchronizedList(new ArrayList<>());

    Office() {
        this(Databases.fresh());
    }

    Office(DataSource database) {
        this(database, new EmbeddedCalendar());
    }

    Office(DataSource database, TechnicianCalendar calendar) {
        this(database, calendar, null);
    }

    /** @param mailServer null when none is set */
    Office(DataSource database, TechnicianCalendar calendar, @Nullable JavaMailSender mailServer) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        technicians = new Technicians(jdbc);
        planning = new SitePlanning(jdbc);
        claims = new SlotClaims(jdbc);
        FreeTimes free = new FreeTimes(jdbc);
        finder = new SlotFinder(planning, technicians, claims, free);
        promises = new Promises(finder, jdbc, events::add, transaction);
        rows = new AppointmentRows(jdbc);
        entries = new CalendarEntries(jdbc);
        var lastLook = new LastLook(calendar, entries, new JdbcTransactionManager(database));
        appointments = new Appointments(
                sites, finder, promises, claims, lastLook, technicians, rows, this::published, transaction);
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), PARIS);
        outbox = Outboxes.of(jdbc);
        errand = new CalendarErrand(rows, entries, calendar, outbox);
        var changes = new TechnicianChanges(
                appointments,
                rows,
                entries,
                errand,
                (conversation, person, text, offers) -> told.add(text.apply(Language.EN)),
                clock);
        feed = new CalendarFeed(technicians, rows, entries, calendar, changes, transaction, clock);
        mail = new InvitationMail(
                jdbc,
                outbox,
                new Everybody(),
                technicians,
                sites,
                new MailSettings("it@example.test"),
                new StaticListableBeanFactory(mailServer == null ? Map.of() : Map.of("mailServer", mailServer))
                        .getBeanProvider(JavaMailSender.class));
        attention = Outboxes.attention(outbox, jdbc, List.of(errand, mail));
        courier = Outboxes.courier(outbox, List.of(errand, mail), transaction, Clock.systemUTC());
        demo = new AppointmentDemo(sites, technicians, free, claims, rows, promises, entries, outbox, mail, clock);
    }

    private void published(Object event) {
        events.add(event);
        if (event instanceof AppointmentChanged changed) {
            errand.changed(changed);
            mail.changed(changed);
        }
    }

    /** Does every errand, for a minute at most. */
    void drain() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    courier.sweep();
                    return outbox.count(CalendarErrand.KIND, false) + outbox.count(InvitationMail.KIND, false) == 0;
                });
    }

    /** Emma, who reads English, is the only one. */
    private record Everybody() implements Directory {
        @Override
        public Optional<Employee> find(PersonId id) {
            return everybody().stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public List<Employee> everybody() {
            return List.of(new Employee(
                    new PersonId("emma"),
                    "Emma",
                    Role.EMPLOYEE,
                    new SiteId("strasbourg"),
                    Language.EN,
                    null,
                    null,
                    null,
                    "emma@example.test",
                    null));
        }

        @Override
        public void remember(Employee employee) {
            throw new UnsupportedOperationException("nobody is met in these tests");
        }
    }

    Site site(String id) {
        return sites.required(new SiteId(id));
    }

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    static Employee employee(String id, String site, Language language) {
        return new Employee(new PersonId(id), id, Role.EMPLOYEE, new SiteId(site), language, null, null, null);
    }

    static Asking asking(String site, Language language, String now, Map<String, String> values) {
        return new Asking(employee("emma", site, language), language, at(now), values);
    }

    Appointment book(String person, String site, String slot, String now) {
        return appointments.book(new Booking(
                employee(person, site, Language.FR),
                Language.FR,
                slot,
                "écran cassé",
                null,
                person + slot,
                "-",
                at(now)));
    }

    List<String> starts(String site, String now) {
        return finder.free(site(site), at(now)).stream()
                .map(slot -> slot.local().toLocalDateTime().toString())
                .toList();
    }
}
