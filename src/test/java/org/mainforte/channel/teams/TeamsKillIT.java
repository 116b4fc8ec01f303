package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.crash.Instance;
import org.mainforte.journey.Agent;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/**
 * The jar is killed with SIGKILL between a question and its answer, a card and its click, a promise and the event, an agent's
 * words and their delivery, while 30 % of the calls to Teams fail. Everything comes, once.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TeamsKillIT {
    private static final int CHATS = 12;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final FakeTeams.Fault DOWN =
            (method, chat, activity) -> activity.path("type").asString("").equals("message") ? SERVICE_UNAVAILABLE : 0;

    private final FakeTeams teams = new FakeTeams();
    private final Authority authority = new Authority();
    private final Random random = new Random(30);
    private Instance instance = Instance.none();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        instance.kill();
    }

    private void start() {
        instance = Instance.start(
                folder.resolve("data"),
                "mainforte.teams.app-id=" + TeamsPerson.APP,
                "mainforte.teams.app-secret=s3cret",
                "mainforte.teams.tenant-id=" + TeamsPerson.TENANT,
                "mainforte.teams.metadata-url=" + authority.base() + "/metadata",
                "mainforte.teams.token-url=" + teams.origin() + "/token",
                "mainforte.teams.service-urls=" + teams.origin(),
                "mainforte.teams.retry-first=50ms");
    }

    private void killAndStart() {
        instance.kill();
        teams.fault = (method, chat, activity) -> random.nextInt(100) < 30 ? random.nextBoolean() ? 429 : 502 : 0;
        start();
    }

    private TeamsPerson person(int number, String chat) {
        return new TeamsPerson(
                teams,
                authority,
                instance.mainforte(),
                "aaaaaaaa-0000-4000-8000-00000000000" + number,
                chat,
                TeamsTestBase.MONDAY);
    }

    private Person web(String id) {
        return instance.mainforte().person(id).at(TeamsTestBase.MONDAY);
    }

    private List<String> chats() {
        return IntStream.range(0, CHATS).mapToObj(i -> "a:1;question-" + i).toList();
    }

    private long count(String chat, String words) {
        return teams.messages(chat).stream()
                .filter(one -> Chat.plain(one.words()).contains(words))
                .count();
    }

    @Test
    void everythingComesOnce() {
        start();
        instance.mainforte().world(TeamsTestBase.WORLD);
        teams.fault = DOWN;
        chats().forEach(chat -> person(1, chat).says("merci beaucoup"));

        killAndStart(); // stored and acknowledged, nothing answered
        chats().forEach(chat ->
                teams.until("the answer in " + chat, fake -> count(chat, "Avec plaisir") > 0 ? true : null));
        TeamsPerson oliver = person(2, "a:1;card");
        oliver.says("please open a ticket, Teams crashes at every call and I cannot work");
        Received card = oliver.reads("Nothing is sent until you confirm");
        new Agent(web("agathe")).isThere();
        TeamsPerson nadia = person(3, "a:1;desk");
        nadia.says("je veux parler à quelqu'un");
        nadia.reads("continuer avec moi en attendant");
        String waiting =
                web("nadia").get("/api/conversations").json().path(0).path("id").asString();

        killAndStart(); // a card without its click, a promise without its event
        JsonNode reply = person(2, "a:1;card").presses(card, "Yes, confirm", Map.of());
        String ticket = web("oliver").tickets().getFirst().path("reference").asString();
        assertThat(Cards.words(reply.path("value"))).contains(ticket);
        Agent agathe = new Agent(web("agathe"));
        agathe.isThere();
        assertThat(agathe.claims(waiting).status()).isEqualTo(200);
        nadia.reads("L'assistant se tait");
        teams.fault = DOWN;
        assertThat(agathe.says(waiting, "Bonjour Nadia, je regarde.").status()).isEqualTo(202);

        killAndStart(); // an agent's words, not sent yet
        nadia.reads("Bonjour Nadia, je regarde.");
        JsonNode again = person(2, "a:1;card").presses(card, "Yes, confirm", Map.of());
        assertThat(Cards.words(again.path("value"))).contains(ticket);
        assertThat(web("oliver").tickets()).hasSize(1);
        assertThat(new Agent(web("agathe")).says(waiting, "C'est réparé.").status())
                .isEqualTo(202);
        nadia.reads("C'est réparé.");
        assertThatAllCameOnce(waiting);
    }

    /** Whatever was to be sent has been sent by now: each chat is served in order, and a last word has come everywhere. */
    private void assertThatAllCameOnce(String desk) {
        chats().forEach(chat -> person(1, chat).says("au revoir et bonne journée"));
        chats().forEach(chat -> teams.until(
                "the last word in " + chat, fake -> fake.messages(chat).size() >= 3 ? true : null));
        for (String chat : chats()) {
            assertThat(teams.messages(chat))
                    .as("greeting and two answers in %s", chat)
                    .hasSize(3);
            assertThat(count(chat, "Avec plaisir")).as(chat).isBetween(1L, 2L);
        }
        List<String> said = web("nadia")
                .get("/api/conversations/" + desk)
                .json()
                .path("messages")
                .valueStream()
                .map(message -> Chat.plain(message.path("text").asString()))
                .toList();
        for (String words : List.of("L'assistant se tait", "Bonjour Nadia, je regarde.", "C'est réparé.")) {
            assertThat(count("a:1;desk", words))
                    .as("as often as in the transcript: %s", words)
                    .isEqualTo(said.stream()
                            .filter(text -> text.replace("*", "").contains(words))
                            .count());
        }
        assertThat(count("a:1;card", "Nothing is sent until you confirm")).isEqualTo(1);
        assertThat(teams.breaches).isEmpty();
    }
}
