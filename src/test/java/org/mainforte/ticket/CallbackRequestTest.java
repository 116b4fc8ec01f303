package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.EMMA;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.SUNDAY;
import static org.mainforte.ticket.TicketHouse.asking;
import static org.mainforte.ticket.TicketHouse.confirmed;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Row;

class CallbackRequestTest {
    private final TicketHouse house = new TicketHouse();

    @Test
    void asksNothing() {
        var reader = new FormReader<>(house.callback);
        var completed = reader.completed(asking(CLAIRE, Map.of()));
        assertThat(completed).isEqualTo(Map.of("reason", "Voir la conversation jointe"));
        assertThat(reader.missing(asking(CLAIRE, completed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rappelez-moi au 06 12 34 56 78 svp, 06 12 34 56 78",
        "mon numéro 0612345678, 0612345678",
        "call me on +33 6 12 34 56 78 please, +33 6 12 34 56 78",
        "my number is +44 20 7946 0958, +44 20 7946 0958",
    })
    void readsANumber(String utterance, String phone) {
        assertThat(house.callback.understand(utterance, asking(CLAIRE, Map.of())))
                .isEqualTo(Map.of("phone", phone));
    }

    @ParameterizedTest
    @CsvSource({"erreur 0x800705b4", "ticket T-100001", "le 23/11/2026 à 09:30", "série 0123456789012345"})
    void doesNotTakeOtherFiguresForANumber(String utterance) {
        assertThat(house.callback.understand(utterance, asking(CLAIRE, Map.of())))
                .isEmpty();
    }

    @Test
    void theCardSaysWhoCallsAndFromWhen() {
        assertThat(house.card(house.callback, Map.of("reason", "Ticket T-1", "phone", "0612345678"), CLAIRE))
                .containsExactly(
                        new Row("Qui rappelle", "Une personne du centre de services"),
                        new Row("Au plus tôt", "dès maintenant, jusqu’à 18\u00A0h (heure non garantie)"),
                        new Row("Motif", "Ticket T-1"),
                        new Row("Numéro", "0612345678"),
                        new Row("Joint au ticket", "Cette conversation et les fichiers que vous y avez envoyés"));
        var onSunday = new org.mainforte.catalogue.Asking(EMMA, EMMA.language(), SUNDAY, Map.of());
        assertThat(house.callback.card(new CallbackForm("See the attached conversation", null, null, null), onSunday))
                .contains(
                        new Row(
                                "At the earliest",
                                "Monday 23 November at 08:00, when the desk opens (time not guaranteed)"),
                        new Row("Number", "Not given"));
    }

    @Test
    void afterAnEmergencyItIsUrgent() {
        Map<String, String> values = Map.of("reason", "PC volé", "urgency", "urgent");
        assertThat(house.card(house.callback, values, CLAIRE))
                .contains(new Row("Urgence", "Je ne peux pas travailler"));
        house.done(house.callback, values, confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(house.tickets.mine(CLAIRE.id()))
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.urgency()).isEqualTo(Urgency.URGENT));
    }

    @Test
    void endsInATicketMarkedForIt() {
        var receipt = house.done(house.callback, Map.of("phone", "0612345678"), confirmed("r-1", EMMA, MONDAY_TEN));
        assertThat(receipt.text())
                .isEqualTo("Your call-back request has the reference **T-100001**. "
                        + "The service desk can see it, with our conversation. "
                        + "The service desk is open now, until 18:00. No call time is guaranteed.");
        assertThat(house.tickets.openOf(EMMA.id())).singleElement().satisfies(ticket -> {
            assertThat(ticket.category()).isEqualTo(TicketCategory.CALLBACK);
            assertThat(ticket.title()).isEqualTo("Call-back: See the attached conversation");
            assertThat(ticket.phone()).isEqualTo("0612345678");
        });
    }
}
