package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mainforte.ticket.Ticket.External;

class FilingTest {
    private final Elsewhere elsewhere = new Elsewhere();
    private final TicketHouse house = new TicketHouse(elsewhere);

    @Test
    void anOutsideSystemThatIsDownDelaysATicketAndLosesNothing() {
        var receipt = house.done(
                house.ticket,
                Map.of("description", "Le VPN coupe", "urgency", "normal"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(receipt.text()).contains("L’outil du centre de services ne l’a pas encore reçu");
        assertThat(state()).isEqualTo(TicketState.RECORDED);

        elsewhere.down = true;
        house.filing.sweep();
        assertThat(state()).isEqualTo(TicketState.RECORDED);
        assertThat(house.store.attempts("T-100001")).isEqualTo(1);

        elsewhere.down = false;
        house.store.fileIn("T-100001", java.time.Duration.ZERO, 1);
        house.filing.sweep();
        house.filing.sweep();
        assertThat(state()).isEqualTo(TicketState.OPEN);
        assertThat(elsewhere.created).containsExactly("T-100001 with 1 file");
        assertThat(house.tickets.find("T-100001", CLAIRE.id()).orElseThrow().external())
                .isEqualTo(new External("elsewhere", "42", "https://desk.example/42"));
    }

    @Test
    void readsBackHowItGoes() {
        house.done(
                house.ticket,
                Map.of("description", "Le VPN coupe", "urgency", "normal"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        house.filing.sweep();
        elsewhere.now = TicketState.WAITING;
        house.filing.refresh();
        house.filing.refresh();
        assertThat(state()).isEqualTo(TicketState.WAITING);
        assertThat(house.events)
                .filteredOn(TicketStateChanged.class::isInstance)
                .containsExactly(
                        new TicketStateChanged(
                                "T-100001", CLAIRE.site(), TicketState.RECORDED, TicketState.OPEN, MONDAY_TEN),
                        new TicketStateChanged(
                                "T-100001", CLAIRE.site(), TicketState.OPEN, TicketState.WAITING, MONDAY_TEN));
    }

    private TicketState state() {
        return house.tickets.find("T-100001", CLAIRE.id()).orElseThrow().state();
    }

    /** Another company's system, which may be down. */
    private static final class Elsewhere implements TicketSystem {
        private final List<String> created = new ArrayList<>();
        private boolean down;
        private TicketState now = TicketState.OPEN;

        @Override
        public boolean immediate() {
            return false;
        }

        @Override
        public Filed create(CaseToFile work) {
            if (down) {
                throw new IllegalStateException("503");
            }
            created.add(work.ticket().reference() + " with " + work.enclosures().size() + " file");
            return new Filed(TicketState.OPEN, new External("elsewhere", "42", "https://desk.example/42"));
        }

        @Override
        public Optional<TicketState> state(External external) {
            return Optional.of(now);
        }
    }
}
