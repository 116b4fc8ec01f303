package org.mainforte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** Compares what people remember with what the product kept. */
final class Audit {
    /** The longest a message may stay unanswered after a restart. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

    private final Mainforte mainforte;

    Audit(Mainforte mainforte) {
        this.mainforte = mainforte;
    }

    /** What was acknowledged is there and answered, without anybody sending anything again; then the rest is sent again. */
    void after(List<Visitor> visitors) {
        long until = System.nanoTime() + TAKEN_OVER.toNanos();
        for (Visitor visitor : visitors) {
            Person person = visitor.person(mainforte);
            for (Diary diary : visitor.diaries()) {
                boolean idle = Waiting.until(Duration.ofNanos(until - System.nanoTime()), () -> diary.idle(person));
                assertThat(idle)
                        .as("taken over within %s: %s", TAKEN_OVER, diary.whole(person))
                        .isTrue();
                keptInOrder(diary, diary.messages(person));
            }
        }
        visitors.forEach(this::sendAgain);
        visitors.forEach(this::everythingOnce);
    }

    private void sendAgain(Visitor visitor) {
        Person person = visitor.person(mainforte);
        visitor.bookings().forEach(booking -> booking.send(person));
        for (Diary diary : visitor.diaries()) {
            diary.sendAgain(person);
            Visitor.awaitAnswer(person, diary);
            keptInOrder(diary, diary.messages(person));
        }
    }

    private static void keptInOrder(Diary diary, List<JsonNode> messages) {
        assertThat(messages.stream().map(message -> message.path("seq").asInt()))
                .as("numbers without gap or repeat")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, messages.size()).boxed().toList());
        Map<String, Integer> kept = new TreeMap<>();
        List<String> inOrder = new ArrayList<>();
        for (JsonNode message : messages) {
            if (isEmployee(message)) {
                inOrder.add(message.path("clientId").asString());
                kept.put(
                        message.path("clientId").asString(), message.path("seq").asInt());
            }
        }
        List<String> sent = diary.entries().stream()
                .map(Diary.Entry::clientId)
                .filter(kept::containsKey)
                .toList();
        assertThat(inOrder).as("each once, in the order sent").isEqualTo(sent);
        for (Diary.Entry entry : diary.entries()) {
            if (entry.seq() != null) {
                assertThat(kept).as("acknowledged").containsEntry(entry.clientId(), entry.seq());
            }
        }
        answered(messages);
    }

    private static void answered(List<JsonNode> messages) {
        assertThat(isEmployee(messages.getLast())).as("the last word").isFalse();
        assertThat(messages)
                .as("no turn failed")
                .noneMatch(message -> message.path("text").asString().contains("réussi à répondre à ce message"));
    }

    private static boolean isEmployee(JsonNode message) {
        return message.path("author").path("kind").asString().equals("employee");
    }

    /** Each yes has one outcome; what exists is exactly what receipts and bookings tell of. */
    private void everythingOnce(Visitor visitor) {
        Person person = visitor.person(mainforte);
        assertThat(Waiting.until(
                        TAKEN_OVER,
                        () -> receipts(visitor, person, "ticket").size() == confirmed(visitor, person, "ticket")
                                && receipts(visitor, person, "order").size() == confirmed(visitor, person, "order")))
                .as("one receipt for each yes of %s: %s", visitor.name(), said(visitor, person))
                .isTrue();
        List<String> appointments = receipts(visitor, person, "appointment");
        // A slot may be gone, which is told; it is never booked without a yes.
        assertThat((long) appointments.size()).isLessThanOrEqualTo(confirmed(visitor, person, "appointment"));
        assertThat(references(person, "/api/tickets"))
                .containsExactlyInAnyOrderElementsOf(receipts(visitor, person, "ticket"));
        assertThat(references(person, "/api/requests"))
                .containsExactlyInAnyOrderElementsOf(receipts(visitor, person, "order"));
        visitor.bookings().stream()
                .map(Booking::reference)
                .filter(Objects::nonNull)
                .forEach(appointments::add);
        assertThat(references(person, "/api/appointments")).containsExactlyInAnyOrderElementsOf(appointments);
    }

    private static List<JsonNode> said(Visitor visitor, Person person) {
        return visitor.diaries().stream()
                .flatMap(diary -> diary.messages(person).stream())
                .toList();
    }

    private static List<String> receipts(Visitor visitor, Person person, String kind) {
        List<String> references = new ArrayList<>();
        for (JsonNode message : said(visitor, person)) {
            JsonNode receipt = message.path("receipt");
            if (receipt.path("kind").asString("").equals(kind)) {
                references.add(receipt.path("reference").asString());
            }
        }
        return references;
    }

    /** How many cards of this kind the person said yes to. */
    private static long confirmed(Visitor visitor, Person person, String kind) {
        Set<String> decided = new HashSet<>();
        visitor.diaries().forEach(diary -> decided.addAll(diary.confirmed()));
        return said(visitor, person).stream()
                .filter(message ->
                        message.path("proposal").path("request").asString("").equals(kind))
                .map(message -> message.path("choices").path(0).path("id").asString(""))
                .distinct()
                .filter(decided::contains)
                .count();
    }

    private static List<String> references(Person person, String path) {
        List<String> references = new ArrayList<>();
        person.get(path)
                .json()
                .forEach(one -> references.add(one.path("reference").asString()));
        return references;
    }
}
