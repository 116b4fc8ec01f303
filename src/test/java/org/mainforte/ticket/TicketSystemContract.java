package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for an employee and a technician whatever system the technician works in. */
abstract class TicketSystemContract {
    /** The technician's side of a system. */
    interface Bench {
        /** The cases there with this key. */
        List<String> withKey(String key);

        /** Everything that can be read in a case, replies too. */
        String words(Ticket ticket);

        /** The names of its files. */
        List<String> files(Ticket ticket);

        void reply(Ticket ticket, String text);

        /** Something that is not for the employee. */
        void comment(Ticket ticket, String text);

        void become(Ticket ticket, TicketState state);
    }

    /** A key that no other run has used: the servers keep what they are given. */
    private final String request = UUID.randomUUID().toString();

    protected TicketHouse house = new TicketHouse();

    protected abstract TicketSystem system();

    protected abstract Bench bench();

    @BeforeEach
    void open() {
        house = new TicketHouse(system());
        house.feed.poll();
        fulfil();
        house.drain();
    }

    private void fulfil() {
        house.done(
                house.ticket,
                Map.of(
                        "description",
                        "Écran noir & <b>bips</b> depuis l'été",
                        "category",
                        "hardware",
                        "equipment",
                        "5CG1234XYZ",
                        "urgency",
                        "urgent"),
                confirmed(request, CLAIRE, MONDAY_TEN));
    }

    private Ticket ticket() {
        return house.tickets.mine(CLAIRE.id()).getFirst();
    }

    @Test
    void aTicketIsThereOnceWithEverything() {
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
        assertThat(bench().withKey(request)).hasSize(1);
        assertThat(bench().words(ticket()))
                .contains("Écran noir & <b>bips</b> depuis l'été", "T-100001", "claire", "strasbourg", "5CG1234XYZ")
                .contains("10:00 Claire: écran noir");
        assertThat(bench().files(ticket())).hasSize(1).allMatch(name -> name.matches("[ée]cran\\.png"));
    }

    @Test
    void theSameRequestAgainIsTheSameTicket() {
        fulfil();
        house.drain();
        assertThat(house.tickets.mine(CLAIRE.id())).hasSize(1);
        assertThat(bench().withKey(request)).hasSize(1);
    }

    @Test
    void aReplyReachesTheEmployeeOnceAndACommentDoesNot() {
        bench().comment(ticket(), "Toujours le même modèle, lot défectueux");
        bench().reply(ticket(), "Bonjour, le voyant *orange* est-il allumé ?");
        settled(() -> assertThat(house.told).isNotEmpty());
        house.feed.poll();
        assertThat(house.told)
                .containsExactly("Alan Perrin: Réponse à votre ticket **T-100001** :\n\n"
                        + "Bonjour, le voyant \\*orange\\* est-il allumé ?");
        assertThat(house.tickets.notes(ticket())).singleElement().satisfies(note -> {
            assertThat(note.author()).isEqualTo(Note.Author.TECHNICIAN);
            assertThat(note.name()).isEqualTo("Alan Perrin");
            assertThat(note.text()).isEqualTo("Bonjour, le voyant *orange* est-il allumé ?");
        });
    }

    @Test
    void whatTheEmployeeAddsIsReadThereOnceAndInOrder() {
        add("Le voyant est rouge");
        add("Et il ne s'éteint pas");
        house.drain();
        assertThat(bench().words(ticket())).containsSubsequence("Le voyant est rouge", "Et il ne s'éteint pas");
        assertThat(bench().words(ticket()).split("Le voyant est rouge", -1)).hasSize(2);
        house.feed.poll();
        assertThat(house.told).isEmpty();
    }

    @Test
    void aFileSentLaterGoesWithTheNextWordOnce() {
        house.sent.add(TicketHouse.file("f-2", "photo.png"));
        add("Voici la photo");
        add("La voyez-vous ?");
        house.drain();
        assertThat(bench().files(ticket()))
                .hasSize(2)
                .anyMatch(name -> name.matches("[ée]cran\\.png"))
                .contains("photo.png");
    }

    @Test
    void whatTheDeskLeavesIsReadThereAndNeverByTheEmployee() {
        house.sent.add(TicketHouse.file("f-2", "photo.png"));
        house.feed.poll();
        house.word.leave(ticket().reference(), TicketHouse.TALK, "Agathe Morel", "Câble changé, à revoir demain");
        house.drain();
        assertThat(bench().words(ticket())).contains("Agathe Morel", "Câble changé, à revoir demain");
        assertThat(bench().files(ticket())).contains("photo.png");
        house.feed.poll();
        assertThat(house.told).isEmpty();
        assertThat(house.tickets.notes(ticket())).isEmpty();
    }

    protected void add(String text) {
        house.done(
                house.note,
                Map.of("ticket", "T-100001", "text", text),
                confirmed(UUID.randomUUID().toString(), CLAIRE, MONDAY_TEN));
    }

    @Test
    void everyStateComesBackAndIsToldOnce() {
        for (TicketState state :
                List.of(TicketState.WAITING, TicketState.OPEN, TicketState.RESOLVED, TicketState.CLOSED)) {
            bench().become(ticket(), state);
            settled(() -> assertThat(ticket().state()).isEqualTo(state));
        }
        house.feed.poll();
        assertThat(house.told)
                .satisfiesExactly(
                        waiting -> assertThat(waiting).contains("en attente"),
                        open -> assertThat(open).contains("de nouveau ouvert"),
                        resolved -> assertThat(resolved).contains("est résolu"),
                        closed -> assertThat(closed).contains("est clos"));
    }

    private void settled(Runnable holds) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            house.feed.poll();
            holds.run();
        });
    }
}
