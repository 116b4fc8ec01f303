package org.mainforte.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.mainforte.outside.Outboxes;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.servers.FaultProxy;
import org.mainforte.servers.Servers;
import org.mainforte.servers.Sluice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Request Tracker, a calendar server, a mail server and a PostgreSQL, each real and each behind a sluice. */
final class OutsideWorld implements AutoCloseable {
    private final Servers.Running tracker;
    private final Servers.Running radicale;
    private final GreenMail mail;
    private final EmbeddedPostgres postgres;
    private final FaultProxy beforeTracker;
    private final FaultProxy beforeCalendar;
    final Sluice tickets;
    final Sluice calendar;
    final Sluice invitations;
    final Sluice database;

    OutsideWorld() throws IOException {
        this(0);
    }

    /** @param faults the share of the requests to the ticket system and the calendar that fail */
    OutsideWorld(double faults) throws IOException {
        var calendars = CompletableFuture.supplyAsync(Servers::radicale);
        var databases = CompletableFuture.supplyAsync(OutsideWorld::postgres);
        tracker = Servers.requestTracker();
        radicale = calendars.join();
        postgres = databases.join();
        mail = new GreenMail(new ServerSetup(Servers.freePort(), "127.0.0.1", "smtp"));
        mail.start();
        beforeTracker = new FaultProxy(tracker.get("url"));
        beforeCalendar = new FaultProxy(radicale.get("url").replace("{technician}", "x"));
        beforeTracker.fail(faults);
        beforeCalendar.fail(faults);
        tickets = new Sluice(URI.create(beforeTracker.url()).getPort(), "\"External Key\"");
        calendar = new Sluice(URI.create(beforeCalendar.url()).getPort(), "END:VCALENDAR");
        invitations = new Sluice(mail.getSmtp().getPort(), "\r\n.\r\n");
        database = new Sluice(postgres.getPort(), "COMMIT\0");
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** The three that requests go to. */
    List<Sluice> outside() {
        return List.of(tickets, calendar, invitations);
    }

    void heal() {
        beforeTracker.fail(0);
        beforeCalendar.fail(0);
    }

    String faults() {
        return beforeTracker.counts() + " and " + beforeCalendar.counts();
    }

    /** @param patience how long an instance waits for an answer */
    List<String> settings(Duration patience) {
        String at = "http://127.0.0.1:";
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + database.port()
                        + "/postgres?user=postgres&password=postgres&prepareThreshold=0",
                "--mainforte.ticket.system=request-tracker",
                "--mainforte.ticket.request-tracker.url=" + at + tickets.port(),
                "--mainforte.ticket.request-tracker.token=" + tracker.get("token"),
                "--mainforte.ticket.request-tracker.queue=" + tracker.get("queue"),
                "--mainforte.calendar.system=caldav",
                "--mainforte.calendar.caldav.url=" + at + calendar.port() + "/{technician}/visits/",
                "--mainforte.calendar.caldav.username=" + radicale.get("username"),
                "--mainforte.calendar.caldav.password=" + radicale.get("password"),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + invitations.port(),
                "--spring.mail.properties.mail.smtp.timeout=" + patience.toMillis(),
                "--mainforte.mail.from=it@example.test",
                "--mainforte.outside.read-timeout=" + patience.toSeconds() + "s");
    }

    JdbcClient jdbc() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    /** What has not arrived yet, as the database has it. */
    int waiting() {
        return jdbc().sql("select count(*) from errand").query(Integer.class).single();
    }

    /** The subjects of all tickets there. */
    List<String> ticketsThere() {
        var http = new OutsideHttp(
                tracker.get("url") + "/REST/2.0",
                Map.of("Authorization", "token " + tracker.get("technician")),
                Outboxes.patient());
        List<String> subjects = new ArrayList<>();
        for (int page = 1; ; page++) {
            var items = http.get("/tickets?query=id%3E0&fields=Subject&per_page=100&page=" + page)
                    .json()
                    .path("items");
            items.forEach(one -> subjects.add(one.path("Subject").asString()));
            if (items.size() < 100) {
                return subjects;
            }
        }
    }

    /** The names of the appointments in a technician's calendar. */
    List<String> appointmentsThere(String technician) {
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((radicale.get("username") + ":" + radicale.get("password")).getBytes(UTF_8));
        var http = new OutsideHttp(
                radicale.get("url").replace("{technician}", technician),
                Map.of("Authorization", basic),
                Outboxes.patient(),
                false);
        var all = http.send(
                "PROPFIND", "/", Map.of("Depth", "1"), "<propfind xmlns=\"DAV:\"><prop/></propfind>".getBytes(UTF_8));
        return Pattern.compile("mainforte-([^/<>]+)\\.ics<")
                .matcher(all.text())
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    /** The names under which mails arrived; a mail that arrived twice stands there twice. */
    List<String> mailsThere() throws MessagingException {
        List<String> names = new ArrayList<>();
        for (MimeMessage one : Arrays.asList(mail.getReceivedMessages())) {
            names.add(one.getSubject() + " " + one.getMessageID());
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        outside().forEach(Sluice::close);
        database.close();
        beforeTracker.close();
        beforeCalendar.close();
        mail.stop();
        postgres.close();
    }
}
