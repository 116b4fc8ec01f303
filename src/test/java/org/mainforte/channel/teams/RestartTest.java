package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.MainforteApplication;
import org.mainforte.journey.Mainforte;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Nothing is lost and nothing comes twice when Teams is busy and we are restarted in the middle. */
class RestartTest {
    private static final String NOW = "2026-11-23T09:00:00+01:00";
    private final FakeTeams teams = new FakeTeams();
    private final Authority authority = new Authority();

    @TempDir
    @Nullable
    Path data;

    private ConfigurableApplicationContext start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", "0");
        settings.put("mainforte.data-dir", String.valueOf(data));
        settings.put("mainforte.teams.app-id", TeamsPerson.APP);
        settings.put("mainforte.teams.app-secret", "s3cret");
        settings.put("mainforte.teams.tenant-id", TeamsPerson.TENANT);
        settings.put("mainforte.teams.metadata-url", authority.base() + "/metadata");
        settings.put("mainforte.teams.token-url", teams.origin() + "/token");
        settings.put("mainforte.teams.service-urls", teams.origin());
        settings.put("mainforte.teams.retry-first", "50ms");
        return new SpringApplicationBuilder(MainforteApplication.class)
                .web(WebApplicationType.REACTIVE)
                .run(settings.entrySet().stream()
                        .map(one -> "--" + one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new));
    }

    private static Mainforte at(ConfigurableApplicationContext running) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) running).getWebServer())
                .getPort();
        return new Mainforte("http://127.0.0.1:" + port);
    }

    @Test
    void everyQuestionIsAnsweredOnceWhileThirtyPercentOfCallsFail() {
        Random random = new Random(30);
        teams.fault = (method, chat, activity) -> random.nextInt(100) < 30 ? random.nextBoolean() ? 429 : 502 : 0;
        int chats = 12;
        List<TeamsPerson> people = new ArrayList<>();
        ConfigurableApplicationContext first = start();
        try {
            at(first).world(TeamsTestBase.WORLD);
            ask(at(first), people, chats, "merci beaucoup");
        } finally {
            first.close();
        }
        int sentBefore = teams.received.size();
        ConfigurableApplicationContext second = start();
        try {
            for (int i = 0; i < chats; i++) {
                person(at(second), i).says("au revoir et merci");
            }
            for (int i = 0; i < chats; i++) {
                String chat = "a:1;restart-" + i;
                teams.until("both answers in " + chat, fake -> count(chat) >= 3 ? true : null);
            }
            sleep();
            for (int i = 0; i < chats; i++) {
                assertThat(count("a:1;restart-" + i))
                        .as("the greeting and two answers")
                        .isEqualTo(3);
            }
            assertThat(teams.breaches).isEmpty();
            assertThat(teams.received.size()).isGreaterThan(sentBefore);
        } finally {
            second.close();
        }
    }

    private void ask(Mainforte mainforte, List<TeamsPerson> people, int chats, String words) {
        for (int i = 0; i < chats; i++) {
            TeamsPerson person = person(mainforte, i);
            people.add(person);
            person.says(words);
        }
    }

    private TeamsPerson person(Mainforte mainforte, int number) {
        String entra = "aaaaaaaa-0000-4000-8000-00000000000" + (number % 3 == 1 ? 1 : number % 3 == 2 ? 3 : 1);
        return new TeamsPerson(teams, authority, mainforte, entra, "a:1;restart-" + number, NOW);
    }

    private int count(String chat) {
        return teams.messages(chat).size();
    }

    /** A card from before a restart works after it, and a click that comes back twice has one effect. */
    @Test
    void aCardFromBeforeARestartWorks() {
        ConfigurableApplicationContext first = start();
        FakeTeams.Received card;
        TeamsPerson camille;
        try {
            at(first).world(TeamsTestBase.WORLD);
            camille = person(at(first), 0);
            camille.says("ouvre un ticket, Teams plante à chaque appel et je ne peux pas travailler");
            card = camille.reads("Rien n'est envoyé tant que vous ne confirmez pas");
        } finally {
            first.close();
        }
        ConfigurableApplicationContext second = start();
        try {
            TeamsPerson again = person(at(second), 0);
            String words =
                    Cards.words(again.presses(card, "Oui, confirmer", Map.of()).path("value"));
            List<?> tickets = at(second).person("camille").tickets();
            assertThat(tickets).hasSize(1);
            assertThat(words)
                    .contains(at(second)
                            .person("camille")
                            .tickets()
                            .getFirst()
                            .path("reference")
                            .asString());
        } finally {
            second.close();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
