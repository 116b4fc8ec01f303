package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.appointment.Reminders;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.journey.Agent;
import org.mainforte.journey.Person;
import org.mainforte.kernel.ActingClock;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The people behind the assistant, read in Teams: the place in the queue, an agent's words and typing, what a technician did. */
class TeamsDeskTest extends TeamsTestBase {
    @Autowired
    private Reminders reminders;

    private Agent agathe = new Agent(new Person(mainforte, "", null));

    @BeforeEach
    void anAgentIsThere() {
        agathe = new Agent(web("agathe"));
        agathe.isThere();
    }

    /** Somebody who waits for a person, and the card that tells their place. */
    private Received waits(TeamsPerson person, String words) {
        person.says(words);
        return TEAMS.until(
                "the place of " + person.chat(),
                fake -> fake.messages(person.chat()).stream()
                        .filter(one -> Cards.button(one.card(), "Ne plus attendre")
                                        .isPresent()
                                || Cards.button(one.card(), "Stop waiting").isPresent())
                        .findFirst()
                        .orElse(null));
    }

    private static Received redrawn(TeamsPerson person, Received card, String words) {
        return TEAMS.until(
                "“" + words + "” on the card of " + person.chat(),
                fake -> fake.redrawn(person.chat()).stream()
                        .filter(one -> card.id() != null && card.id().equals(one.id()))
                        .reduce((first, last) -> last)
                        .filter(one -> plain(one).contains(words))
                        .orElse(null));
    }

    private static String plain(Received one) {
        return org.mainforte.journey.Chat.plain(one.words());
    }

    private String conversation(String person) {
        return web(person).get("/api/conversations").json().path(0).path("id").asString();
    }

    @Test
    void thePlaceInTheQueueIsKeptRightOnTheCard() {
        TeamsPerson camille = teams("camille");
        waits(camille, "je veux parler à quelqu'un");
        TeamsPerson oliver = teams("oliver");
        Received second = waits(oliver, "I want to talk to a person");
        assertThat(plain(second)).contains("number 2");
        int cards = oliver.all().size();
        assertThat(agathe.claims(conversation("camille")).status()).isEqualTo(200);
        Received first = redrawn(oliver, second, "next");
        assertThat(plain(first)).doesNotContain("number 2");
        assertThat(Cards.button(first.card(), "Stop waiting")).isPresent();
        assertThat(agathe.claims(conversation("oliver")).status()).isEqualTo(200);
        Received over = redrawn(oliver, second, "The wait is over");
        assertThat(Cards.button(over.card(), "Stop waiting")).isEmpty();
        oliver.reads("Agathe Morel");
        calm();
        assertThat(oliver.all().size() - cards)
                .as("only that she is there; the place came no second time")
                .isEqualTo(1);
    }

    @Test
    void whoStopsWaitingByTheCardSeesItsButtonGo() {
        TeamsPerson camille = teams("camille");
        Received card = waits(camille, "je veux parler à quelqu'un");
        JsonNode reply = camille.presses(card, "Ne plus attendre", Map.of());
        assertThat(Cards.words(reply.path("value"))).contains("✓ Ne plus attendre");
        camille.reads("je vous retire de la file");
        assertThat(agathe.queue()).isEmpty();
    }

    @Test
    void anAgentsWordsComeOnceUnderTheirNameAndTheirTypingIsShown() {
        TeamsPerson camille = teams("camille");
        waits(camille, "je veux parler à quelqu'un");
        String id = conversation("camille");
        agathe.claims(id);
        camille.reads("L'assistant se tait");
        TEAMS.received.removeIf(one -> one.is("typing"));
        for (int key = 0; key < 10; key++) {
            assertThat(agathe.sends(id, "typing", Map.of()).status()).isLessThan(300);
        }
        TEAMS.until(
                "typing",
                fake -> fake.received.stream()
                                .anyMatch(one -> one.is("typing") && one.chat().equals(camille.chat()))
                        ? true
                        : null);
        agathe.says(id, "Bonjour Camille, je regarde votre dossier.");
        Received said = camille.reads("je regarde votre dossier");
        assertThat(plain(said)).contains("Agathe Morel (personne du support)");
        assertThat(said.activity().has("entities")).as("no machine wrote this").isFalse();
        assertThat(TEAMS.received.stream().filter(one -> one.is("typing")))
                .as("not at each key")
                .hasSizeLessThan(10);
        camille.says("merci, j'attends");
        TEAMS.until(
                "what she wrote at the desk",
                fake -> agathe.whole(id).path("messages").toString().contains("merci, j'attends") ? true : null);
        agathe.sends(id, "close", Map.of("outcome", "solved"));
        Received survey = camille.reads("Une seule question");
        calm();
        assertThat(camille.all().stream().filter(one -> plain(one).contains("je regarde votre dossier")))
                .hasSize(1);
        JsonNode thanks = camille.presses(survey, "Très satisfait", Map.of());
        assertThat(Cards.words(thanks.path("value"))).contains("✓ Très satisfait");
        camille.reads("c'est noté");
    }

    @Test
    void theReminderOfAnAppointmentComesOnceForEachTimeItHas() {
        TeamsPerson oliver = teams("oliver");
        String reference = booked(oliver);
        Instant dayBefore = OffsetDateTime.parse(
                        web("oliver").appointments().getFirst().path("start").asString())
                .toInstant()
                .minus(Duration.ofHours(19));
        ActingClock.at(dayBefore.minus(Duration.ofHours(10)), reminders::remind);
        for (int twice = 0; twice < 2; twice++) {
            ActingClock.at(dayBefore, reminders::remind);
        }
        Received reminder = oliver.reads("Reminder: your appointment");
        assertThat(plain(reminder)).contains(reference);
        assertThat(Cards.buttons(reminder.card())).hasSizeGreaterThan(2);
        calm();
        assertThat(oliver.all().stream().filter(one -> one.words().contains("Reminder: your appointment")))
                .hasSize(1);
    }

    @Test
    void whatATechnicianDidIsToldInTheChat() {
        TeamsPerson oliver = teams("oliver");
        String reference = booked(oliver);
        Person julie = web("julie");
        JsonNode slots = julie.get("/api/desk/day/" + reference + "/slots").json();
        String slot = slots.path(slots.size() - 1).path("id").asString();
        assertThat(julie.send("PATCH", "/api/desk/day/" + reference, Map.of("slot", slot))
                        .status())
                .isEqualTo(204);
        assertThat(plain(oliver.reads("had to move your appointment"))).contains(reference, "Julie Kieffer");
    }

    private String booked(TeamsPerson oliver) {
        oliver.says("I need a technician, my screen flickers");
        Received form = TEAMS.until(
                "slots",
                fake -> fake.messages(oliver.chat()).stream()
                        .filter(TeamsDeskTest::isQuestion)
                        .findFirst()
                        .orElse(null));
        confirmed(oliver, form);
        return web("oliver").appointments().getFirst().path("reference").asString();
    }

    private static List<JsonNode> inputs(JsonNode card) {
        return Cards.all(card).stream()
                .filter(one -> one.path("type").asString("").startsWith("Input."))
                .toList();
    }

    private static boolean isQuestion(Received one) {
        return !inputs(one.card()).isEmpty()
                || Cards.button(one.card(), "Tuesday 24 November").isPresent()
                || Cards.button(one.card(), "Yes, confirm").isPresent();
    }

    /** Goes through the forms to the card and says yes. */
    private void confirmed(TeamsPerson person, Received first) {
        Received card = first;
        while (Cards.button(card.card(), "Yes, confirm").isEmpty()) {
            Map<String, String> values = new java.util.HashMap<>();
            for (JsonNode input : inputs(card.card())) {
                String value = input.path("choices")
                        .valueStream()
                        .filter(choice -> choice.path("title").asString().startsWith("Tuesday"))
                        .findFirst()
                        .map(choice -> choice.path("value").asString())
                        .orElse("The screen flickers");
                values.put(input.path("id").asString(), value);
            }
            Received now = card;
            person.presses(card, values.isEmpty() ? "Tuesday 24 November" : "Send", values);
            card = TEAMS.until(
                    "the next card",
                    fake -> fake.messages(person.chat()).stream()
                            .dropWhile(one -> one.id() != null && !one.id().equals(now.id()))
                            .skip(1)
                            .filter(TeamsDeskTest::isQuestion)
                            .findFirst()
                            .orElse(null));
        }
        person.presses(card, "Yes, confirm", Map.of());
        TEAMS.until("an appointment", fake -> web("oliver").appointments().isEmpty() ? null : true);
    }
}
