package org.mainforte.crash;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** An employee who chats, orders, opens tickets and books until the line goes dead. */
final class Visitor {
    /** A Monday morning, so that there are slots whatever the day the tests run. */
    static final String NOW = "2026-11-23T08:00:00+01:00";

    private static final List<String> QUESTIONS =
            List.of("Bonjour", "Comment imprimer en couleur ?", "Mon VPN ne marche pas", "Où est mon colis ?", "merci");

    private final String name;
    private final Random random;
    private final List<Diary> diaries = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();

    Visitor(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    Person person(Mainforte mainforte) {
        return mainforte.person(name).at(NOW);
    }

    String name() {
        return name;
    }

    List<Diary> diaries() {
        return diaries;
    }

    List<Booking> bookings() {
        return bookings;
    }

    Diary opens(Person person) {
        Diary diary = Diary.open(person);
        diaries.add(diary);
        return diary;
    }

    /** Ends when the connection breaks. */
    void visit(Mainforte mainforte) {
        try {
            Person person = person(mainforte);
            while (true) {
                Diary diary = diaries.isEmpty() || random.nextInt(6) == 0 ? opens(person) : diaries.getLast();
                act(person, diary);
            }
        } catch (UncheckedIOException killed) {
            // what the kill cuts off is seen after the restart
        }
    }

    private void act(Person person, Diary diary) {
        switch (random.nextInt(5)) {
            case 0 -> diary.text(person, QUESTIONS.get(random.nextInt(QUESTIONS.size())));
            case 1 -> diary.form(person, "ticket", ticket());
            case 2 -> diary.form(person, "order", order());
            case 3 ->
                slot(person)
                        .forEach(slot ->
                                diary.form(person, "appointment", Map.of("reason", "Écran cassé", "slot", slot)));
            default -> slot(person).forEach(slot -> book(person, slot));
        }
        awaitAnswer(person, diary);
        String card = diary.openCard(person);
        if (card != null && random.nextInt(4) > 0) {
            diary.choice(person, card);
            if (random.nextBoolean()) {
                awaitAnswer(person, diary);
            }
        }
    }

    static Map<String, String> ticket() {
        return Map.of("description", "Mon écran reste noir", "category", "software", "urgency", "normal");
    }

    static Map<String, String> order() {
        return Map.of("item", "mouse", "address", "14 rue des Tonneliers, 67000 Strasbourg");
    }

    static void awaitAnswer(Person person, Diary diary) {
        if (!Waiting.until(Duration.ofSeconds(30), () -> diary.idle(person))) {
            throw new AssertionError("No answer in " + diary.whole(person));
        }
    }

    /** One of the free slots, none when all are taken. */
    private List<String> slot(Person person) {
        List<JsonNode> slots = List.copyOf(
                person.get("/api/appointments/slots").json().path("slots").values());
        return slots.isEmpty()
                ? List.of()
                : List.of(slots.get(random.nextInt(slots.size())).path("id").asString());
    }

    private void book(Person person, String slot) {
        Booking booking = new Booking(UUID.randomUUID().toString(), slot);
        bookings.add(booking);
        booking.send(person);
    }
}
