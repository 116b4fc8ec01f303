package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mainforte.MainforteApplication;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.journey.Agent;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import org.mainforte.journey.Together;
import org.mainforte.kernel.ConversationId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The same on PostgreSQL, and two instances on it: what comes to both has one effect, what goes out goes out once. */
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsOnPostgresTest extends TeamsChatTest {
    /** Stops with the tests' own process: the product, closed after the class, still needs it then. */
    private static final EmbeddedPostgres POSTGRES = started();

    private static final List<String> SAME = List.of(
            "mainforte.data-dir",
            "mainforte.teams.app-id",
            "mainforte.teams.app-secret",
            "mainforte.teams.tenant-id",
            "mainforte.teams.metadata-url",
            "mainforte.teams.token-url",
            "mainforte.teams.service-urls",
            "mainforte.teams.file-hosts",
            "mainforte.teams.retry-first",
            "spring.datasource.url",
            "spring.datasource.username");

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private Streams streams;

    private ConfigurableApplicationContext second;

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> "12");
    }

    @BeforeAll
    void startAnother() {
        List<String> settings = new java.util.ArrayList<>(SAME.stream()
                .map(name -> "--" + name + "=" + environment.getProperty(name))
                .toList());
        settings.add("--server.port=0");
        settings.add("--spring.datasource.hikari.maximum-pool-size=12");
        second = SpringApplication.run(MainforteApplication.class, settings.toArray(String[]::new));
    }

    @AfterAll
    void stopAnother() {
        second.close();
    }

    @Override
    protected int instances() {
        return 2;
    }

    private Mainforte other() {
        return new Mainforte("http://127.0.0.1:" + second.getEnvironment().getProperty("local.server.port"));
    }

    /** The same person, whose activities reach the other instance. */
    private TeamsPerson there(TeamsPerson person, int number) {
        return new TeamsPerson(
                TEAMS, AUTHORITY, other(), "aaaaaaaa-0000-4000-8000-00000000000" + number, person.chat(), MONDAY);
    }

    private static <T> List<T> onBoth(int times, Callable<T> here, Callable<T> there) {
        return Together.all(Stream.iterate(0, i -> i + 1).limit(times).map(i -> i % 2 == 0 ? here : there));
    }

    @Test
    void anActivityThatComesToBothHasOneEffect() {
        TeamsPerson camille = teams("camille");
        TeamsPerson there = there(camille, 1);
        Map<String, Object> message = camille.message("mon vpn marche pas depuis chez moi");
        assertThat(onBoth(
                        20,
                        () -> camille.send(message).status(),
                        () -> there.send(message).status()))
                .containsOnly(202);
        camille.reads("VPN");
        camille.says("merci beaucoup").reads("Avec plaisir");
        calm();
        assertThat(said("camille", "mon vpn marche pas depuis chez moi")).isEqualTo(1);
        assertThat(camille.all().stream().map(Received::words).filter(words -> words.contains("Avec plaisir")))
                .hasSize(1);
        assertThat(camille.all().stream().filter(one -> one.words().contains("intelligence artificielle")))
                .as("one welcome")
                .hasSize(1);
    }

    @Test
    void whatIsWrittenToBothIsAnsweredInOrderAndOnce() {
        TeamsPerson oliver = teams("oliver");
        TeamsPerson there = there(oliver, 2);
        oliver.says("hello").reads("Hello");
        for (int i = 0; i < 6; i++) {
            (i % 2 == 0 ? oliver : there).says("thank you so much " + "!".repeat(i + 1));
        }
        there.says("please open a ticket, Teams crashes at every call and I cannot work");
        Received card = oliver.reads("Nothing is sent until you confirm");
        calm();
        List<String> all = oliver.all().stream().map(Received::words).toList();
        assertThat(all.stream().filter(words -> words.contains("You are welcome") || words.contains("welcome")))
                .hasSize(6);
        List<JsonNode> answers = onBoth(
                8,
                () -> oliver.presses(card, "Yes, confirm", Map.of()),
                () -> there.presses(card, "Yes, confirm", Map.of()));
        assertThat(answers)
                .allSatisfy(one -> assertThat(one.path("statusCode").asInt()).isEqualTo(200));
        assertThat(web("oliver").tickets()).hasSize(1);
    }

    @Test
    void anAgentOnTheOtherInstanceIsHeardOnce() {
        Person agathe = web("agathe");
        Agent desk = new Agent(new Person(other(), agathe.token(), MONDAY));
        desk.isThere();
        TeamsPerson camille = teams("camille");
        camille.says("je veux parler à quelqu'un");
        camille.reads("continuer avec moi en attendant");
        TeamsPerson oliver = teams("oliver");
        oliver.says("I want to talk to a person");
        Received place = oliver.reads("You are number 2 in line");
        String id = web("camille")
                .get("/api/conversations")
                .json()
                .path(0)
                .path("id")
                .asString();
        assertThat(desk.claims(id).status()).isEqualTo(200);
        TEAMS.until(
                "the new place",
                fake -> fake.redrawn(oliver.chat()).stream()
                                .anyMatch(one -> place.id() != null
                                        && place.id().equals(one.id())
                                        && one.words().contains("You are the next in line"))
                        ? true
                        : null);
        AtomicInteger fails = new AtomicInteger();
        TEAMS.fault = (method, chat, activity) -> fails.getAndIncrement() % 3 == 0 ? 429 : 0;
        desk.says(id, "Bonjour, je regarde.");
        desk.says(id, "C'est réparé.");
        camille.reads("C'est réparé.");
        calm();
        assertThat(camille.all().stream().filter(one -> one.words().contains("Bonjour, je regarde.")))
                .hasSize(1);
        assertThat(camille.all().stream().filter(one -> Chat.plain(one.words()).contains("C'est réparé.")))
                .hasSize(1);
    }

    @Test
    void whatIsWrittenLiveHereIsNotSentWholeFromThere() {
        TeamsPerson camille = teams("camille");
        camille.says("merci beaucoup").reads("Avec plaisir");
        calm();
        String found = web("camille")
                .get("/api/conversations")
                .json()
                .path(0)
                .path("id")
                .asString();
        ConversationId id = new ConversationId(found);
        streams.written(id, 98, "Ouvrez le client VPN, puis ", false);
        TEAMS.until(
                "live words",
                fake -> fake.received.stream()
                                .anyMatch(one -> one.chat().equals(camille.chat())
                                        && one.is("typing")
                                        && one.words().contains("Ouvrez le client VPN"))
                        ? true
                        : null);
        second.getBean(Outbox.class)
                .message(
                        camille.chat(),
                        id,
                        99,
                        "{\"type\":\"message\",\"text\":\"Ouvrez le client VPN, puis connectez-vous.\",\"entities\":[]}");
        second.getBean(Courier.class).wake(camille.chat());
        Received end = camille.reads("puis connectez-vous");
        assertThat(end.streamInfo().path("streamType").asString()).isEqualTo("final");
    }

    @Test
    void anEditThatReachesTheOtherFirstHolds() {
        TeamsPerson camille = teams("camille");
        Map<String, Object> typed = camille.message("mon vnp");
        Map<String, Object> edit = new LinkedHashMap<>(typed);
        edit.put("type", "messageUpdate");
        edit.put("text", "mon vpn marche pas depuis chez moi");
        assertThat(there(camille, 1).send(edit).status()).isEqualTo(202);
        camille.send(typed);
        camille.reads("VPN");
        calm();
        assertThat(said("camille", "mon vnp")).isZero();
    }
}
