package org.mainforte.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.equipment.EquipmentHouse.CLAIRE;
import static org.mainforte.equipment.EquipmentHouse.EMMA;
import static org.mainforte.equipment.EquipmentHouse.MONDAY_TEN;
import static org.mainforte.equipment.EquipmentHouse.asking;
import static org.mainforte.equipment.EquipmentHouse.card;
import static org.mainforte.equipment.EquipmentHouse.confirmed;
import static org.mainforte.equipment.EquipmentHouse.done;
import static org.mainforte.equipment.EquipmentHouse.missing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.site.Half;

class OrderRequestTest {
    private final EquipmentHouse house = new EquipmentHouse();

    @ParameterizedTest
    @CsvSource({
        "je voudrais une souris, mouse",
        "il me faut un nouveau clavier, keyboard",
        "mon micro-casque est cassé, headset",
        "I lost my headset, headset",
        "un chargeur svp, charger",
        "a power adapter please, charger",
        "une station d'accueil, dock",
        "a docking station, dock",
        "un deuxième écran, screen",
        "une housse pour mon portable, bag",
        "un câble HDMI, cable",
        "un adaptateur USB-C, adapter",
    })
    void understandsWhatIsWanted(String utterance, String item) {
        assertThat(house.order.understand(utterance, asking(CLAIRE, Map.of()))).containsEntry("item", item);
    }

    @Test
    void isNotSureOfTwoThings() {
        assertThat(house.order.understand("un clavier et une souris", asking(CLAIRE, Map.of())))
                .isEmpty();
    }

    @Test
    void understandsWhereAndWhy() {
        assertThat(house.order.understand("mon casque est cassé, livrez-le chez moi", asking(CLAIRE, Map.of())))
                .isEqualTo(Map.of("item", "headset", "reason", "broken", "handover", "delivery"));
        assertThat(house.order.understand("I never had a mouse at the office", asking(EMMA, Map.of())))
                .isEqualTo(Map.of("item", "mouse", "reason", "never-had", "handover", "on-site"));
    }

    @Test
    void asksForTheAddressWithTheOneThatIsKnown() {
        assertThat(missing(house.order, CLAIRE, Map.of())).containsExactly("item");
        assertThat(missing(house.order, CLAIRE, Map.of("item", "mouse"))).containsExactly("address");
        assertThat(new FormReader<>(house.order).fields(asking(CLAIRE, Map.of("item", "mouse"))))
                .filteredOn(field -> field.name().equals("address"))
                .singleElement()
                .satisfies(field -> assertThat(field.value()).isEqualTo("1 rue du Dôme, 67000 Strasbourg"));
    }

    @Test
    void onlyAHeadsetAtASiteThatSwapsItIsHandedOverThere() {
        assertThat(missing(house.order, CLAIRE, Map.of("item", "headset"))).containsExactly("address");
        assertThat(missing(house.order, EMMA, Map.of("item", "mouse"))).containsExactly("address");
        assertThat(missing(house.order, EMMA, Map.of("item", "headset"))).containsExactly("handover");
        assertThat(missing(house.order, EMMA, Map.of("item", "headset", "handover", "delivery")))
                .containsExactly("address");
        assertThat(missing(house.order, EMMA, Map.of("item", "headset", "handover", "on-site")))
                .isEmpty();
    }

    @Test
    void saysWhenTheTechnicianIsThere() {
        assertThat(house.order.options("handover", asking(EMMA, Map.of("item", "headset"))))
                .extracting(Option::label)
                .containsExactly(
                        "Swap on site: Nancy, support point at reception, now and until 12:30",
                        "Delivery to my address");
        house.planning.change(EMMA.site(), LocalDate.of(2026, 11, 23), Half.NONE);
        assertThat(house.order.options("handover", asking(EMMA, Map.of("item", "headset"))))
                .extracting(Option::label)
                .first()
                .isEqualTo("Swap on site: Nancy, support point at reception, Tuesday 24 November from 13:30 to 17:30");
    }

    @Test
    void aHeadsetComesWithQuietBoothsAndThePhone() {
        assertThat(house.order.advice(asking(CLAIRE, Map.of("item", "mouse")))).isEmpty();
        assertThat(house.order.advice(asking(EMMA, Map.of("item", "headset")))).contains("""
                        Without a headset one cannot take calls: this order is marked as priority. Until then:

                        - Quiet booths at Nancy: Bulle Stanislas (ground floor), Bulle Pépinière (2nd floor). \
                        I do not know whether they are free right now.
                        - Join the meeting from Teams on your phone, with the phone's sound.""");
    }

    @Test
    void theCardOfAHeadset() {
        assertThat(card(
                        house.order,
                        Map.of("item", "headset", "address", "1 rue du Dôme, 67000 Strasbourg", "reason", "broken"),
                        asking(CLAIRE, Map.of())))
                .containsExactly(
                        new Row("Article", "Casque"),
                        new Row("Priorité", "Prioritaire\u202F: sans casque, on ne peut pas prendre ses appels"),
                        new Row("Adresse de livraison", "1 rue du Dôme, 67000 Strasbourg"),
                        new Row("Motif", "Cassé ou en panne"));
    }

    @Test
    void aYesIsNoAddress() {
        assertThatThrownBy(() -> card(house.order, Map.of("item", "mouse", "address", "oui"), asking(CLAIRE, Map.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("address");
                    assertThat(refusal.text(Language.FR)).contains("ne suffit pas comme adresse");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tomorrow at 2pm|is not enough for an address",
                "demain à 14h30|is not enough for an address",
                "12 rue Monge|is not enough for an address",
                "en fait livrez-moi au bureau|delivered to the home",
                "please deliver to my office|delivered to the home"
            })
    void whatIsNoAddressIsAskedAgain(String typed, String why) {
        assertThatThrownBy(() -> card(house.order, Map.of("item", "mouse", "address", typed), asking(CLAIRE, Map.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("address");
                    assertThat(refusal.text(Language.EN)).contains(why);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "livrez au 3 rue Monge, 21000 Dijon|3 rue Monge, 21000 Dijon",
                "livrer à : 3 rue Monge 21000 Dijon|3 rue Monge 21000 Dijon",
                "Deliver to 3 rue Monge, 21000 Dijon|3 rue Monge, 21000 Dijon",
                "8 avenue de la Livraison, 54000 Nancy|8 avenue de la Livraison, 54000 Nancy"
            })
    void theAddressIsKeptWithoutTheWordsAround(String typed, String address) {
        assertThat(card(house.order, Map.of("item", "mouse", "address", typed), asking(CLAIRE, Map.of())))
                .contains(new Row("Adresse de livraison", address));
    }

    @Test
    void recordsOnceAndPromisesNoDate() {
        Map<String, String> values = Map.of("item", "headset", "address", "1 rue du Dôme, 67000 Strasbourg");
        var receipt = done(house.order, values, confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(done(house.order, values, confirmed("r-1", CLAIRE, MONDAY_TEN)))
                .isEqualTo(receipt);
        assertThat(receipt.kind()).isEqualTo("order");
        assertThat(receipt.text())
                .isEqualTo("Votre commande **O-100001** est enregistrée. Elle est notée prioritaire. "
                        + "Aucune date de livraison n’est connue pour l’instant. "
                        + "Pour savoir où elle en est, demandez-moi «\u202Fmes demandes\u202F».");
        assertThat(house.requests.mine(CLAIRE.id())).singleElement().satisfies(request -> {
            assertThat(request.kind()).isEqualTo("order");
            assertThat(request.state()).isEqualTo("recorded");
            assertThat(request.item()).isEqualTo(Item.HEADSET);
        });
        assertThat(house.ledger.orders(CLAIRE.id()).getFirst().priority()).isTrue();
    }

    @Test
    void theSwapSaysWhenSomebodyIsThere() {
        var receipt = done(
                house.order,
                Map.of("item", "headset", "handover", "on-site"),
                confirmed("r-1", EMMA, Instant.parse("2026-11-23T12:00:00Z")));
        assertThat(receipt.text())
                .isEqualTo(
                        "Your swap request **O-100001** is recorded, as priority. The technician is planned to be there: "
                                + "Nancy, support point at reception, Tuesday 24 November from 13:30 to 17:30. "
                                + "This is not an appointment: bring your headset and this reference.");
    }
}
