package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Events;
import org.mainforte.journey.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A turn belongs to one instance at a time, and to another when that one is gone. */
class LeaseTest extends ModelTestBase {
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatADeadInstanceLeftIsTakenUpWithinFifteenSeconds() throws Exception {
        MODEL.does((asked, pen) -> {
            for (int i = 0; MODEL.asked().size() == 1 && i < 600; i++) {
                pen.says("Ouvrez les paramètres. [s1] ").waits(100);
            }
            pen.says("Ouvrez les paramètres. [s1]").done();
        });
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        int seq;
        try (Events events = camille.events(chat.id(), 0)) {
            seq = say(camille, chat);
            events.until(event -> event.name().equals("delta"));
            // As an instance leaves it that was killed in the middle of a stream.
            jdbc.sql("update turn_lease set owner = 'dead', until_at = current_timestamp + interval '12' second")
                    .update();
            Await.until("the stream of who lost the lease ends", () -> MODEL.streaming() == 0);
        }
        assertThat(camille.get("/api/conversations/" + chat.id())
                        .json()
                        .path("idle")
                        .asBoolean())
                .isFalse();
        long began = System.nanoTime();
        try (Events events = camille.events(chat.id(), 0)) {
            events.untilIdle(seq);
        }
        assertThat((System.nanoTime() - began) / 1_000_000_000).isLessThan(15);
        assertThat(MODEL.asked()).hasSize(2);
        assertThat(leases()).isZero();
    }

    @Test
    void whoeverLostTheLeaseStoresNothing() throws Exception {
        MODEL.does((asked, pen) -> {
            for (int i = 0; MODEL.asked().size() == 1 && i < 600; i++) {
                pen.says("Ouvrez les paramètres. [s1] ").waits(100);
            }
            pen.says("Ouvrez les paramètres. [s1]").done();
        });
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            say(camille, chat);
            events.until(event -> event.name().equals("delta"));
            jdbc.sql("update turn_lease set owner = 'another', until_at = current_timestamp + interval '60' second")
                    .update();
            Await.until("the stream of who lost the lease ends", () -> MODEL.streaming() == 0);
        }
        assertThat(chat.all())
                .as("what the other instance will answer is not answered here")
                .hasSize(2);
        jdbc.sql("delete from turn_lease").update();
        chat.waitsForTheAnswer();
        assertThat(chat.answered("answer").path("text").asString()).startsWith("Ouvrez les paramètres.");
        assertThat(chat.all()).as("one answer, from whoever had the lease").hasSize(3);
    }

    private int leases() {
        return jdbc.sql("select count(*) from turn_lease").query(Integer.class).single();
    }

    private static int say(Person person, Chat chat) {
        return person.post(
                        "/api/conversations/" + chat.id() + "/messages",
                        Map.of("clientId", UUID.randomUUID().toString(), "text", QUESTION))
                .json()
                .path("seq")
                .asInt();
    }
}
