package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Nobody is left waiting, with every time cut down to seconds: agents who vanish, bells that nobody hears, desks that empty. */
@TestPropertySource(
        properties = {
            "mainforte.desk.lease=3s",
            "mainforte.desk.offer-timeout=2s",
            "mainforte.desk.offers=2",
            "mainforte.desk.nobody-there=2s"
        })
@DirtiesContext
class WaitingTimesTest extends JourneyTestBase {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Waits for something while these agents' pages stay open. */
    private static void until(String what, BooleanSupplier happened, Agent... there) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not within " + PATIENCE + ": " + what);
            }
            for (Agent agent : there) {
                agent.isThere();
            }
            try {
                Thread.sleep(300);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }

    private static String state(Chat chat) {
        return chat.whole().path("state").asString();
    }

    @Test
    void anAgentWhoVanishesLosesTheConversationToTheQueueWithItsHistory() {
        Agent agathe = new Agent(on("agathe"));
        Agent samuel = new Agent(on("samuel"));
        agathe.isThere();
        Chat chat = on("camille").opens("fr").says("mon vpn marche pas").says("un humain svp");
        agathe.says(chat.id(), "Bonjour, je regarde.");
        agathe.sends(chat.id(), "notes", Map.of("text", "Certificat périmé ?"));
        until("back in the queue", () -> state(chat).equals("offered"), samuel);
        String told = Chat.plain(chat.all().getLast().path("text").asString());
        assertThat(told).contains("La connexion avec **Agathe Morel** est perdue", "en tête de file");
        var whole = samuel.claims(chat.id()).json();
        assertThat(whole.path("messages").toString()).contains("Bonjour, je regarde.");
        assertThat(whole.path("notes").toString()).contains("Certificat périmé ?");
        assertProblem(agathe.says(chat.id(), "Me revoilà"), 409, "desk-taken");
    }

    @Test
    void aBellThatNobodyHearsRingsElsewhereAndThenThePersonIsCalledBack() {
        Agent agathe = new Agent(on("agathe"));
        Agent samuel = new Agent(on("samuel"));
        agathe.isThere();
        samuel.isThere();
        Chat chat = on("camille").opens("fr").says("mon vpn marche pas").says("un humain svp");
        assertThat(agathe.line(chat.id()).path("rings").asBoolean())
                .as("who speaks French")
                .isTrue();
        until(
                "rings at the other page",
                () -> samuel.queue().stream()
                        .anyMatch(line -> line.path("rings").asBoolean()),
                agathe,
                samuel);
        until("the call-back", () -> state(chat).equals("bot"), agathe, samuel);
        chat.waitsForTheAnswer();
        assertThat(chat.words()).contains("personne n'a pu prendre votre demande", "reste ouvert");
        assertThat(chat.answered("proposal").path("proposal").path("request").asString())
                .isEqualTo("callback");
        assertThat(agathe.queue()).isEmpty();
    }

    @Test
    void whenTheLastAgentHasGoneThePersonIsCalledBack() {
        new Agent(on("samuel")).isThere();
        Person oliver = on("oliver");
        Chat chat = oliver.opens("en").says("my vpn does not work").says("I want to talk to a human");
        // an offer that was made and not taken; on a slow machine it may be over by now
        until("the call-back", () -> state(chat).equals("bot"));
        chat.waitsForTheAnswer();
        assertThat(chat.words()).contains("nobody could take your request in time");
        assertThat(chat.answered("proposal").path("proposal").path("request").asString())
                .isEqualTo("callback");
    }
}
