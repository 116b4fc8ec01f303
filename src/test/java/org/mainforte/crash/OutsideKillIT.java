package org.mainforte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import org.mainforte.servers.Sluice.Point;

/**
 * The jar, killed at named points on its way to a real Request Tracker, calendar and mail server. What was confirmed stands
 * there exactly once afterwards, nothing is stuck, and everything has arrived within a minute.
 */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutsideKillIT {
    private static final Duration DRAINED = Duration.ofSeconds(60);
    private static final String PEOPLE = """
            {"people":[{"id":"camille","name":"Camille Roux","role":"employee","site":"strasbourg","language":"fr",
             "mail":"camille@example.test"},{"id":"tina","name":"Tina Meyer","role":"technician","site":"strasbourg","language":"fr"},
             {"id":"mona","name":"Mona Petit","role":"manager","site":"strasbourg","language":"fr"}],
             "technicians":[{"id":"tina","name":"Tina Meyer","sites":["strasbourg"]}]}""";

    @TempDir
    private Path folder;

    private OutsideWorld world;
    private Instance instance = Instance.none();
    private Instance next = Instance.none();
    private final List<String> tickets = new ArrayList<>();
    private final List<String> appointments = new ArrayList<>();

    OutsideKillIT() throws IOException {
        world = new OutsideWorld();
    }

    @BeforeEach
    void start() {
        instance = launch().ready();
        instance.mainforte().world(PEOPLE);
    }

    @AfterEach
    void stop() throws IOException {
        world.outside().forEach(sluice -> sluice.at(Point.OPEN));
        world.database.at(Point.OPEN);
        instance.kill();
        next.kill();
        world.close();
    }

    private Instance launch() {
        // Long enough to be held for a minute.
        return Instance.launch(folder.resolve("data"), world.settings(Duration.ofSeconds(60)));
    }

    @Test
    void whatWasConfirmedArrivesOnceWhereverTheInstanceDies() throws Exception {
        confirmUntil(Point.BEFORE_SEND);
        killAndRestart("before it is sent");

        confirmUntil(Point.AFTER_SEND);
        killAndTakeOver("after it is sent");

        confirmUntil(Point.AFTER_ANSWER);
        killAndTakeOver("after it was done there");

        confirmUntil(Point.AFTER_ANSWER);
        world.database.at(Point.FROZEN);
        world.outside().forEach(sluice -> sluice.at(Point.OPEN));
        // What was answered is here now, and cannot be written down.
        Waiting.sleep(Duration.ofMillis(300));
        killAndRestart("before it is saved here");

        theDatabaseLosesItsAnswers();
        theDatabaseIsAwayForFiveSeconds();
    }

    /** A ticket and an appointment with its mail are confirmed; the three of them are on their way, and held there. */
    private void confirmUntil(Point point) {
        world.outside().forEach(sluice -> sluice.at(point));
        Person camille = camille();
        Diary diary = Diary.open(camille);
        diary.form(camille, "ticket", Visitor.ticket());
        Visitor.awaitAnswer(camille, diary);
        diary.choice(camille, diary.openCard(camille));
        String slot = camille.get("/api/appointments/slots")
                .json()
                .path("slots")
                .path(0)
                .path("id")
                .asString();
        Booking booking = new Booking(UUID.randomUUID().toString(), slot);
        booking.send(camille);
        appointments.add(booking.reference());
        Visitor.awaitAnswer(camille, diary);
        diary.messages(camille).stream()
                .map(message -> message.path("receipt").path("reference").asString(""))
                .filter(reference -> reference.startsWith("T-"))
                .forEach(tickets::add);
        assertThat(Waiting.until(
                        Duration.ofSeconds(60),
                        () -> world.outside().stream().allMatch(sluice -> sluice.reached() > 0)))
                .as(() -> point + " is reached by all three, of " + appointments + "\n" + instance.lastWords())
                .isTrue();
    }

    private void killAndRestart(String when) throws Exception {
        instance.kill();
        open();
        instance = launch().ready();
        everythingOnce(when + ", restarted");
    }

    /** Another instance comes up while the first one holds its errands, and may not touch them before it is dead. */
    private void killAndTakeOver(String when) throws Exception {
        next = launch().ready();
        instance.kill();
        open();
        instance = next;
        everythingOnce(when + ", taken over");
    }

    private void open() {
        world.database.at(Point.OPEN);
        world.outside().forEach(sluice -> sluice.at(Point.OPEN));
    }

    private void everythingOnce(String when) throws Exception {
        long begin = System.nanoTime();
        boolean drained = Waiting.until(DRAINED, () -> world.waiting() == 0);
        System.out.println("OutsideKillIT: killed " + when + ", everything arrived after "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
        assertThat(drained).as(when + "\n" + instance.lastWords()).isTrue();
        assertThat(world.ticketsThere())
                .as(when)
                .hasSameSizeAs(tickets)
                .allSatisfy(subject -> assertThat(tickets).anyMatch(subject::contains))
                .doesNotHaveDuplicates();
        assertThat(world.appointmentsThere("tina")).as(when).containsExactlyInAnyOrderElementsOf(appointments);
        // SMTP cannot be asked what it has: a mail may come again, but it is the same mail (RFC 5321, 6.1).
        assertThat(world.mailsThere().stream().distinct()).as(when).hasSameSizeAs(appointments);
        assertThat(camille().get("/api/tickets").json().values())
                .as(when)
                .hasSameSizeAs(tickets)
                .allSatisfy(
                        ticket -> assertThat(ticket.path("state").asString()).isEqualTo("open"))
                .allSatisfy(
                        ticket -> assertThat(ticket.path("external").path("id").asString(""))
                                .isNotEmpty());
        assertThat(instance.mainforte()
                        .person("mona")
                        .get("/api/outside/attention")
                        .json()
                        .values())
                .as(when)
                .isEmpty();
    }

    private Person camille() {
        return instance.mainforte().person("camille").at(Visitor.NOW);
    }

    /** COMMIT arrives, its answer does not: the client is told to try again, and the same message is the same message. */
    private void theDatabaseLosesItsAnswers() {
        Person camille = camille();
        Diary diary = Diary.open(camille);
        Map<String, Object> message = Map.of("clientId", UUID.randomUUID().toString(), "text", "Mon VPN ne marche pas");
        world.database.at(Point.CUT_AFTER_SEND);
        Mainforte.Answer lost = camille.post("/api/conversations/" + diary.conversation() + "/messages", message);
        world.database.at(Point.OPEN);
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.raw().headers().firstValue("Retry-After")).isPresent();
        arrivesOnce(camille, diary, message);
    }

    private void theDatabaseIsAwayForFiveSeconds() {
        Person camille = camille();
        Diary diary = Diary.open(camille);
        Map<String, Object> message = Map.of("clientId", UUID.randomUUID().toString(), "text", "Où est mon colis ?");
        world.database.at(Point.DOWN);
        long begin = System.nanoTime();
        Mainforte.Answer away = camille.post("/api/conversations/" + diary.conversation() + "/messages", message);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("unavailable");
        assertThat(away.raw().headers().firstValue("Retry-After")).hasValue("5");
        Waiting.until(Duration.ofSeconds(5).minusNanos(System.nanoTime() - begin), () -> false);
        world.database.at(Point.OPEN);
        arrivesOnce(camille, diary, message);
    }

    /** Sent again until it is taken, ten seconds at most, as every client does; then it is answered. */
    private void arrivesOnce(Person camille, Diary diary, Map<String, Object> message) {
        String path = "/api/conversations/" + diary.conversation() + "/messages";
        assertThat(Waiting.until(
                        Duration.ofSeconds(10),
                        () -> camille.post(path, message).status() == 202))
                .as(instance::lastWords)
                .isTrue();
        Visitor.awaitAnswer(camille, diary);
        assertThat(diary.messages(camille))
                .filteredOn(one -> one.path("author").path("kind").asString().equals("employee"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("text").asString()).isEqualTo(message.get("text")));
    }
}
