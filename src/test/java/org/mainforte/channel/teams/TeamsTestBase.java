package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mainforte.MainforteApplication;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts the product once with Teams connected to a fake of it. */
@SpringBootTest(classes = MainforteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class TeamsTestBase {
    static final String MONDAY = "2026-11-23T09:00:00+01:00";
    static final FakeTeams TEAMS = new FakeTeams();
    static final Authority AUTHORITY = new Authority();
    private static final Path DATA = fresh();

    /** Two people with an object id of Entra, one of each language, and one without. */
    static final String WORLD = """
            {"people":[
             {"id":"camille","name":"Camille Roth","role":"employee","site":"strasbourg","language":"fr","entraId":"aaaaaaaa-0000-4000-8000-000000000001","address":"14 rue des Tonneliers, 67000 Strasbourg"},
             {"id":"oliver","name":"Oliver Hughes","role":"employee","site":"strasbourg","language":"en","entraId":"aaaaaaaa-0000-4000-8000-000000000002","address":"3 quai des Bateliers, 67000 Strasbourg"},
             {"id":"nadia","name":"Nadia Lemoine","role":"employee","site":"nancy","language":"fr","entraId":"aaaaaaaa-0000-4000-8000-000000000003","address":"22 rue Saint-Dizier, 54000 Nancy"},
             {"id":"agathe","name":"Agathe Morel","role":"agent","site":"campus-lyon","language":"fr"},
             {"id":"julie","name":"Julie Kieffer","role":"technician","site":"strasbourg","language":"fr"}],
             "equipment":[{"serial":"5CG2140KTR","model":"HP EliteBook 840 G8","owner":"camille","state":"to-return"}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    protected Mainforte mainforte = new Mainforte("");

    private static Path fresh() {
        try {
            return Files.createTempDirectory("mainforte-teams");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("mainforte.data-dir", DATA::toString);
        registry.add("mainforte.teams.app-id", () -> TeamsPerson.APP);
        registry.add("mainforte.teams.app-secret", () -> "s3cret");
        registry.add("mainforte.teams.tenant-id", () -> TeamsPerson.TENANT);
        registry.add("mainforte.teams.metadata-url", () -> AUTHORITY.base() + "/metadata");
        registry.add("mainforte.teams.token-url", () -> TEAMS.origin() + "/token");
        registry.add("mainforte.teams.service-urls", TEAMS::origin);
        registry.add("mainforte.teams.file-hosts", TEAMS::origin);
        registry.add("mainforte.teams.retry-first", () -> "40ms");
        registry.add("mainforte.teams.stream-pace", () -> "200ms");
    }

    /** For other settings than these: the product of the other tests may still run, and must not take part. */
    static void ownDatabase(DynamicPropertyRegistry registry, String name) {
        registry.add(
                "spring.datasource.url",
                () -> "jdbc:h2:mem:" + name
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    }

    @BeforeEach
    void freshWorld() {
        mainforte = new Mainforte("http://127.0.0.1:" + port);
        mainforte.world(WORLD);
        TEAMS.reset();
    }

    @AfterEach
    void noRuleWasBroken() {
        assertThat(TEAMS.breaches).isEmpty();
    }

    /** Waits until everything that came in has been worked off and everything that goes out has gone. */
    protected void calm() {
        TEAMS.until(
                "calm",
                fake -> waiting("teams_activity", "state = 'waiting'")
                                        + waiting("teams_outgoing", "state in ('waiting', 'sending')")
                                        + waiting(
                                                "conversation",
                                                "answered_seq < asked_seq or pending_request is not null")
                                        + waiting(
                                                "teams_link",
                                                "shown_seq < (select last_seq from conversation c where c.id = teams_link.conversation)")
                                == 0
                        ? true
                        : null);
    }

    private int waiting(String table, String which) {
        return jdbc.sql("select count(*) from " + table + " where " + which)
                .query(Integer.class)
                .single();
    }

    protected TeamsPerson teams(String id) {
        return teams(id, "a:1;chat@" + UUID.randomUUID());
    }

    protected TeamsPerson teams(String id, String chat) {
        String entra = "aaaaaaaa-0000-4000-8000-00000000000"
                + (id.equals("camille") ? "1" : id.equals("oliver") ? "2" : id.equals("nadia") ? "3" : "9");
        return new TeamsPerson(TEAMS, AUTHORITY, mainforte, entra, chat, MONDAY);
    }

    protected Person web(String id) {
        return mainforte.person(id).at(MONDAY);
    }
}
