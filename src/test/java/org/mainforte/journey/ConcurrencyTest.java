package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends JourneyTestBase {
    @Test
    void fortyClicksOnOneCardOpenOneTicket() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr").says("je veux ouvrir un ticket, teams plante et je peux plus travailler");
        String confirm = Chat.list(chat.answered("proposal").path("choices"))
                .getFirst()
                .path("id")
                .asString();
        List<Integer> statuses = Together.all(
                40,
                () -> camille.post(
                                "/api/conversations/" + chat.id() + "/messages",
                                Map.of("clientId", UUID.randomUUID().toString(), "choice", confirm))
                        .status());
        assertThat(statuses).containsOnly(202);
        int last = chat.all().stream()
                .filter(message ->
                        message.path("author").path("kind").asString().equals("employee"))
                .mapToInt(message -> message.path("seq").asInt())
                .max()
                .orElseThrow();
        try (Events events = camille.events(chat.id(), 0)) {
            events.untilIdle(last);
        }
        assertThat(camille.tickets()).hasSize(1);
        assertThat(chat.all())
                .filteredOn(message -> message.path("kind").asString().equals("receipt"))
                .hasSize(1);
    }

    @Test
    void confirmingTwiceHasOneEffectAndSaysSo() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr").says("je veux ouvrir un ticket, teams plante et je peux plus travailler");
        chat.presses("Oui, confirmer");
        chat.presses("Oui, confirmer");
        assertThat(chat.words()).contains("rien n'a été fait deux fois");
        chat.presses("Non, ne rien faire");
        assertThat(camille.tickets()).hasSize(1);
    }

    @Test
    void fortyPeopleOneSlotOneWinner() {
        String people =
                IntStream.range(0, 40).mapToObj(i -> """
                        {"id":"p%d","name":"Personne %d","role":"employee","site":"dijon","language":"fr"}""".formatted(i, i)).collect(Collectors.joining(",", "[", "]"));
        mainforte.world("{\"people\":" + people + "}");
        List<Person> forty = IntStream.range(0, 40).mapToObj(i -> on("p" + i)).toList();
        String slot = forty.getFirst()
                .get("/api/appointments/slots")
                .json()
                .path("slots")
                .path(0)
                .path("id")
                .asString();
        List<Mainforte.Answer> answers = Together.all(forty.stream()
                .<Callable<Mainforte.Answer>>map(person -> () ->
                        mainforte.book(person, slot, "key-of-" + person.token().hashCode())));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        List<Mainforte.Answer> losers = new ArrayList<>(answers);
        losers.removeIf(answer -> answer.status() == 201);
        assertThat(losers).hasSize(39).allSatisfy(answer -> {
            assertProblem(answer, 409, "slot-taken");
            assertThat(answer.json().path("alternatives")).hasSizeBetween(1, 3);
        });
        assertThat(forty.stream()
                        .mapToInt(person -> person.appointments().size())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void manyConversationsAtOnceAreEachAnswered() {
        List<Boolean> answered = Together.all(12, () -> {
            Chat chat = on("oliver").opens("en").says("my vpn won't connect").says("thanks");
            return !chat.answer().isEmpty();
        });
        assertThat(answered).containsOnly(true);
    }
}
