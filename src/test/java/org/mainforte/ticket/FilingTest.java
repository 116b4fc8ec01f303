package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.outside.Outbox;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;
import org.mainforte.ticket.Ticket.External;

class FilingTest {
    private final Elsewhere elsewhere = new Elsewhere();
    private final TicketHouse house = new TicketHouse(elsewhere);

    @Test
    void anOutsideSystemThatIsDownDelaysATicketAndLosesNothing() {
        elsewhere.down = new Unavailable("503", null);
        var receipt = open();
        assertThat(receipt).contains("L’outil du centre de services ne l’a pas encore reçu");
        await().until(() -> {
            house.courier.sweep();
            return elsewhere.asked.size() >= 3;
        });
        assertThat(ticket().state()).isEqualTo(TicketState.RECORDED);

        elsewhere.down = null;
        house.drain();
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
        assertThat(elsewhere.asked.getFirst()).isEqualTo("r-1 with 1 file, first");
        assertThat(elsewhere.asked.subList(1, elsewhere.asked.size())).containsOnly("r-1 with 1 file, again");
        assertThat(ticket().external()).isEqualTo(new External("elsewhere", "42", "https://desk.example/42"));
    }

    private void refusedUntilSomebodyHasToLook() {
        await().until(() -> {
            house.jdbc
                    .sql(
                            "update errand set next_attempt_at = current_timestamp where waiting = 'refusal' and attention is null")
                    .update();
            house.courier.sweep();
            return !house.outbox.needingAttention().isEmpty();
        });
    }

    @Test
    void aTicketThatWasPromisedIsTriedAgainAndNeverGivenUp() {
        elsewhere.down = new Refused("The queue is gone");
        open();
        refusedUntilSomebodyHasToLook();
        PersonId mona = new PersonId("mona");
        assertThatThrownBy(() -> house.attention.giveUp(mona, Filing.KIND, "T-100001", "Done by hand"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("errand-promised"));
        elsewhere.down = null;
        house.attention.retry(mona, Filing.KIND, "T-100001");
        house.drain();
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
        assertThatThrownBy(() -> house.attention.retry(mona, Filing.KIND, "T-100001"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThat(house.attention.decisions()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo("mona");
            assertThat(one.action()).isEqualTo("retry");
            assertThat(one.attention()).isEqualTo("The queue is gone");
        });
    }

    @Test
    void aNoteThatIsGivenUpLetsTheNextOneGo() {
        open();
        house.drain();
        elsewhere.deaf = true;
        note("Un");
        refusedUntilSomebodyHasToLook();
        note("Deux");
        elsewhere.deaf = false;
        Outbox.Waiting stuck = house.outbox.needingAttention().getFirst();
        house.attention.giveUp(new PersonId("mona"), stuck.kind(), stuck.subject(), "Le ticket a été refermé là-bas");
        house.drain();
        assertThat(elsewhere.heard).containsExactly("Deux");
        assertThat(house.attention.decisions())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("Le ticket a été refermé là-bas"));
    }

    private void note(String text) {
        house.done(
                house.note,
                Map.of("ticket", "T-100001", "text", text),
                confirmed(java.util.UUID.randomUUID().toString(), CLAIRE, MONDAY_TEN));
    }

    @Test
    void aRefusalThatDoesNotHealIsShownToAnOperator() {
        elsewhere.down = new Refused("The queue \"IT\" has no custom field \"External Key\"");
        open();
        refusedUntilSomebodyHasToLook();
        assertThat(elsewhere.asked).hasSizeGreaterThanOrEqualTo(3);
        assertThat(house.outbox.needingAttention()).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo("T-100001");
            assertThat(one.attention()).isEqualTo("The queue \"IT\" has no custom field \"External Key\"");
        });
    }

    @Test
    void readsBackHowItGoes() {
        open();
        house.drain();
        elsewhere.now = TicketState.WAITING;
        elsewhere.replies.add(new TicketSystem.Reply("7", MONDAY_TEN, "Alan", false, "Quel *numéro* ?", List.of()));
        house.feed.poll();
        house.feed.poll();
        assertThat(ticket().state()).isEqualTo(TicketState.WAITING);
        assertThat(house.told)
                .containsExactly(
                        "Alan: Réponse à votre ticket **T-100001** :\n\nQuel \\*numéro\\* ?",
                        "Le ticket **T-100001** (Le VPN coupe) est en attente : le centre de services attend un élément "
                                + "pour continuer. Si une question vous a été posée, répondez-y ici.");
        assertThat(house.events)
                .filteredOn(TicketStateChanged.class::isInstance)
                .containsExactly(
                        changed(TicketState.RECORDED, TicketState.OPEN),
                        changed(TicketState.OPEN, TicketState.WAITING));
    }

    private String open() {
        return house.done(
                        house.ticket,
                        Map.of("description", "Le VPN coupe", "urgency", "normal"),
                        confirmed("r-1", CLAIRE, MONDAY_TEN))
                .text();
    }

    private static TicketStateChanged changed(TicketState from, TicketState to) {
        return new TicketStateChanged("T-100001", CLAIRE.site(), from, to, MONDAY_TEN);
    }

    private Ticket ticket() {
        return house.tickets.find("T-100001", CLAIRE.id()).orElseThrow();
    }

    /** Another company's system, which may be down. */
    private static final class Elsewhere implements TicketSystem {
        private final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
        private final List<Reply> replies = new ArrayList<>();
        private volatile @Nullable RuntimeException down;
        private final List<String> heard = java.util.Collections.synchronizedList(new ArrayList<>());
        private TicketState now = TicketState.OPEN;
        private volatile boolean deaf;

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public boolean immediate() {
            return false;
        }

        @Override
        public Filed create(CaseToFile work, boolean again) {
            asked.add(work.key() + " with " + work.enclosures().size() + " file, " + (again ? "again" : "first"));
            if (down != null) {
                throw down;
            }
            return new Filed(TicketState.OPEN, new External("elsewhere", "42", "https://desk.example/42"), List.of());
        }

        @Override
        public String add(External external, NoteToFile note, boolean again) {
            if (deaf) {
                throw new Refused("Closed");
            }
            heard.add(note.text());
            return note.key();
        }

        @Override
        public Touched touched(@Nullable String position) {
            return new Touched(Set.of("42"), "1");
        }

        @Override
        public Seen read(String id, Set<String> known) {
            return new Seen(now, List.copyOf(replies), null);
        }
    }
}
