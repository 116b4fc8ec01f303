package org.mainforte.storage;

import java.net.URI;
import java.net.http.HttpRequest;
import org.mainforte.journey.Person;

/** Books a slot over HTTP. */
final class Booking {
    private Booking() {}

    /** @return the status of the answer */
    static int answered(Person person, String slot, String key) {
        return person.mainforte()
                .send(HttpRequest.newBuilder(URI.create(person.mainforte().base() + "/api/appointments"))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"slot\":\"" + slot + "\",\"reason\":\"Clavier\"}"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + person.token())
                        .header("X-Demo-Now", String.valueOf(person.now()))
                        .header("Idempotency-Key", key)
                        .build())
                .status();
    }
}
