package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.EMMA;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainforte.catalogue.Offer;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;

class MyTicketsTest {
    private final TicketHouse house = new TicketHouse();

    @Test
    void showsTheUnfinishedFirst() {
        house.demo.take(Map.of(
                "tickets",
                List.of(
                        world("T-100001", "claire", "Wi-Fi coupé", "resolved"),
                        world("T-100002", "claire", "Écran noir du PC", "waiting"),
                        world("T-100003", "emma", "Her ticket", "open"))));
        var answer = answer(CLAIRE, Language.FR, Map.of());
        assertThat(answer.text()).isEqualTo("""
                        Vos tickets\u202F:

                        - **T-100002** (Écran noir du PC)\u202F: en attente. Le centre de services attend un élément pour continuer\u202F: \
                        une réponse, une pièce ou une visite. Créé le lundi 23 novembre à 10\u00A0h.
                        - **T-100001** (Wi-Fi coupé)\u202F: résolu, d’après le centre de services. Si le problème est toujours là, \
                        ouvrez un ticket ou demandez un rappel. Créé le lundi 23 novembre à 10\u00A0h.""");
        assertThat(answer.offers())
                .extracting(Offer::label)
                .containsExactly("Ajouter quelque chose à T-100002", "Être rappelé pour T-100002", "Ouvrir un ticket");
    }

    @Test
    void somebodyElsesTicketIsAsUnknownAsNone() {
        house.demo.take(Map.of("tickets", List.of(world("T-100003", "emma", "Her ticket", "open"))));
        var others = answer(CLAIRE, Language.EN, Map.of("reference", "T-100003"));
        assertThat(others).isEqualTo(answer(CLAIRE, Language.EN, Map.of("reference", "T-999999")));
        assertThat(others.text())
                .isEqualTo("I cannot find this ticket among yours. Please check the reference, for example T-100001.");
        assertThat(answer(CLAIRE, Language.EN, Map.of()).text()).isEqualTo("You have no tickets.");
        assertThat(house.tickets.find("T-100003", CLAIRE.id())).isEmpty();
    }

    @Test
    void findsAReferenceAsPeopleTypeIt() {
        house.demo.take(Map.of("tickets", List.of(world("T-100003", "emma", "My mouse", "open"))));
        for (String typed : List.of("T-100003", "t 100003", "100003", "T100003")) {
            assertThat(answer(EMMA, Language.EN, Map.of("reference", typed)).text())
                    .isEqualTo("**T-100003** (My mouse): open. It is waiting for the service desk. "
                            + "Created on Monday 23 November at 10:00.");
        }
    }

    @Test
    void aNumberTheDemoWorldTookIsNotGivenAgain() {
        house.demo.take(Map.of("tickets", List.of(world("T-100001", "emma", "My mouse", "open"))));
        var receipt = house.done(
                house.ticket,
                Map.of("description", "Le VPN coupe", "urgency", "normal"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(receipt.reference()).isEqualTo("T-100002");
    }

    @Test
    void theWorldIsReadStrictly() {
        assertThatThrownBy(() ->
                        house.demo.take(Map.of("tickets", List.of(world("T-100001", "claire", "Wi-Fi coupé", "lost")))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.arguments())
                                .containsExactly("tickets[0].state: expected one of "
                                        + "[recorded, open, waiting, resolved, closed], found \"lost\""));
        assertThatThrownBy(() ->
                        house.demo.take(Map.of("tickets", List.of(world("T-100001", "nobody", "Wi-Fi coupé", "open")))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    private org.mainforte.catalogue.Lookup.Answer answer(Employee who, Language language, Map<String, String> values) {
        return house.myTickets.answer(who, language, MONDAY_TEN, values);
    }

    private static Map<String, Object> world(String reference, String person, String subject, String state) {
        return Map.of("reference", reference, "person", person, "subject", subject, "state", state);
    }
}
