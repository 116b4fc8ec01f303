package org.mainforte.crash;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;

/** An appointment booked over HTTP under an idempotency key. */
final class Booking {
    private final String key;
    private final String slot;
    private @Nullable String reference;

    Booking(String key, String slot) {
        this.key = key;
        this.slot = slot;
    }

    /** Sends it, the first time or again. The same key must give the same appointment. */
    void send(Person person) {
        var request = HttpRequest.newBuilder(URI.create(person.mainforte().base() + "/api/appointments"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"slot\":\"" + slot + "\",\"reason\":\"Clavier\"}"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + person.token())
                .header("X-Demo-Now", String.valueOf(person.now()))
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(30))
                .build();
        Mainforte.Answer answer = person.mainforte().send(request);
        if (answer.status() != 201 && answer.status() != 409) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        String now = answer.status() == 201 ? answer.json().path("reference").asString() : null;
        if (reference != null && !reference.equals(now)) {
            throw new AssertionError(reference + " was acknowledged, now it is " + now + ": " + answer.text());
        }
        reference = now;
    }

    /** The appointment; null when somebody else was quicker, or when nothing is known. */
    @Nullable
    String reference() {
        return reference;
    }
}
