package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsContractTest extends JourneyTestBase {
    @Test
    void idleComesAfterTheAnswer() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            events.untilIdle(0);
            int seq = say(camille, chat, "comment je fais pour changer mon mot de passe");
            List<Events.Event> turn = events.untilIdle(seq);
            assertThat(turn.getLast().name()).isEqualTo("idle");
            assertThat(messages(turn)).hasSizeGreaterThanOrEqualTo(2).first().isEqualTo(seq);
        }
    }

    @Test
    void resumesWithoutGapOrRepeat() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        List<Integer> whole;
        try (Events events = camille.events(chat.id(), 0)) {
            chat.says("ma souris est morte").says("mon wifi aussi").says("bonjour");
            int last = chat.all().getLast().path("seq").asInt();
            whole = messages(events.until(event -> event.id().equals(String.valueOf(last))));
            assertThat(whole)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, last).boxed().toList());
        }
        for (int from : whole) {
            List<Integer> rest = whole.subList(whole.indexOf(from) + 1, whole.size());
            assertThat(after(camille, chat, "/events?after=" + from, null)).isEqualTo(rest);
            assertThat(after(camille, chat, "/events", String.valueOf(from))).isEqualTo(rest);
        }
    }

    /** What a reader is told at once comes from memory, what one who comes back reads comes from the table. */
    @Test
    void whatIsToldAtOnceIsWhatStands() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            List<JsonNode> told = new ArrayList<>();
            for (String said : List.of("comment changer mon mot de passe", "je veux ouvrir un ticket", "bonjour")) {
                events.untilIdle(say(camille, chat, said)).stream()
                        .filter(event -> event.name().equals("message"))
                        .forEach(event -> told.add(event.json()));
            }
            assertThat(told).hasSizeGreaterThan(6).isEqualTo(chat.all());
        }
    }

    private List<Integer> after(Person person, Chat chat, String path, @Nullable String lastEventId) {
        try (Events events = mainforte.events("/api/conversations/" + chat.id() + path, person.token(), lastEventId)) {
            return messages(events.untilIdle(0));
        }
    }

    @Test
    void aFarFutureIdWaitsQuietly() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 999_999_999)) {
            List<Events.Event> first = events.until(
                    event -> event.name().equals("idle") || event.name().equals("comment"));
            assertThat(messages(first)).isEmpty();
        }
    }

    @Test
    void twoReadersReadTheSame() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events one = camille.events(chat.id(), 0);
                Events other = camille.events(chat.id(), 0)) {
            int seq = say(camille, chat, "mon casque est cassé");
            assertThat(messages(one.untilIdle(seq))).isEqualTo(messages(other.untilIdle(seq)));
        }
    }

    @Test
    void aHeartbeatComesWithinTwentyFiveSeconds() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        long start = System.nanoTime();
        try (Events events = camille.events(chat.id(), 0)) {
            events.until(event -> event.name().equals("comment"));
        }
        assertThat(System.nanoTime() - start).isLessThan(25_000_000_000L);
    }

    private static int say(Person person, Chat chat, String text) {
        return person.post(
                        "/api/conversations/" + chat.id() + "/messages",
                        Map.of("clientId", UUID.randomUUID().toString(), "text", text))
                .json()
                .path("seq")
                .asInt();
    }

    private static List<Integer> messages(List<Events.Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("message"))
                .map(event -> Integer.parseInt(event.id()))
                .toList();
    }
}
