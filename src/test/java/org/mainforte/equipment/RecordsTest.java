package org.mainforte.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.equipment.EquipmentHouse.CLAIRE;
import static org.mainforte.equipment.EquipmentHouse.EMMA;
import static org.mainforte.equipment.EquipmentHouse.MONDAY_TEN;
import static org.mainforte.equipment.EquipmentHouse.answer;
import static org.mainforte.equipment.EquipmentHouse.confirmed;
import static org.mainforte.equipment.EquipmentHouse.done;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainforte.catalogue.Offer;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import tools.jackson.databind.json.JsonMapper;

class RecordsTest {
    private final EquipmentHouse house = new EquipmentHouse();

    @Test
    void nothingAgreesAndNobodyIsBlamed() {
        house.asset("5CG0000OLD", "EliteBook 640", EMMA, "to-return");
        house.asset("5CG4444LOS", "EliteBook 820", EMMA, "unknown");
        house.parcel("MP2O-1", "5CG1111AAA", EMMA, "delivered", "2026-11-10");
        house.parcel("MP2O-2", "5CG2222BBB", EMMA, "announced", "2026-11-13");
        var answer = answer(house.myEquipment, EMMA, Map.of());
        assertThat(answer.text()).isEqualTo("""
                        The devices the inventory has in your name:

                        - EliteBook 640 (5CG0000OLD), to be returned
                        - EliteBook 820 (5CG4444LOS), whereabouts unknown to the inventory

                        Your parcels:

                        - Parcel **MP2O-2**, device 5CG2222BBB. Announced on Friday 13 November, not sent yet.
                        - Parcel **MP2O-1**, device 5CG1111AAA. Recorded as delivered (announced on Tuesday 10 November).

                        What does not agree in the records (it happens, and it is not your doing):

                        - Parcel MP2O-2 was announced on Friday 13 November and has not moved for more than 5 business days. \
                        A ticket reports it.
                        - Parcel MP2O-1 is recorded as delivered with device 5CG1111AAA, which the inventory does not have in your name. \
                        Compare it with the label on the PC; a ticket gets the record corrected.
                        - 2 PCs are being sent to you (5CG2222BBB, 5CG1111AAA). It may be intended; \
                        if not, keep the boxes closed and have it corrected.
                        - EliteBook 640 (5CG0000OLD) is still to be returned. First check that your files are saved.
                        - EliteBook 820 (5CG4444LOS): the inventory does not know where this device is.""");
        assertThat(answer.offers())
                .extracting(Offer::label)
                .containsExactly(
                        "Report parcel MP2O-2",
                        "Have the record of 5CG1111AAA corrected",
                        "Report the double delivery",
                        "Return 5CG0000OLD");
        assertThat(answer.offers().getFirst().start().values()).containsEntry("category", "delivery");
    }

    @Test
    void fiveBusinessDaysAreNotYetTooMany() {
        house.parcel("MP2O-2", "5CG2222BBB", EMMA, "announced", "2026-11-16");
        assertThat(answer(house.myEquipment, EMMA, Map.of()).text()).doesNotContain("does not agree");
    }

    @Test
    void aLostParcelAndItsReplacementAreNotTwoComputers() {
        house.asset("5CG2222BBB", "EliteBook 840", CLAIRE, "in-use");
        house.parcel("MP2O-1", "5CG1111AAA", CLAIRE, "lost", "2026-11-02");
        house.parcel("MP2O-2", "5CG2222BBB", CLAIRE, "delivered", "2026-11-10");
        var answer = answer(house.myEquipment, CLAIRE, Map.of());
        assertThat(answer.text())
                .contains("- Le colis MP2O-1 est noté comme perdu. Un ticket permet de le signaler.")
                .doesNotContain("2 PC");
    }

    @Test
    void whatIsRightIsNotQuestioned() {
        house.asset("5CG2222BBB", "EliteBook 840", CLAIRE, "in-use");
        house.parcel("MP2O-2", "5cg2222bbb", CLAIRE, "delivered", "2026-11-10");
        assertThat(answer(house.myEquipment, CLAIRE, Map.of()).text()).isEqualTo("""
                        Les appareils que l’inventaire connaît à votre nom\u202F:

                        - EliteBook 840 (5CG2222BBB), à votre nom, en service

                        Vos colis\u202F:

                        - Colis **MP2O-2**, appareil 5cg2222bbb. Noté comme livré (annoncé le mardi 10 novembre).""");
    }

    @Test
    void theRequestsWithTheirParcelsAndTheLocker() {
        done(
                house.order,
                Map.of("item", "headset", "address", "1 rue du Dôme, 67000 Strasbourg"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        house.demo.take(Map.of(
                "parcels",
                List.of(Map.of(
                        "request", "O-100001",
                        "serial", "HS1",
                        "person", "claire",
                        "state", "shipped",
                        "announced", "2026-11-23",
                        "carrierState", "au dépôt de Strasbourg")),
                "lockers",
                List.of(Map.of(
                        "site", "strasbourg",
                        "compartment", "12",
                        "item", "Chargeur",
                        "person", "claire",
                        "codeExpired", true)),
                "returns",
                List.of(Map.of(
                        "reference", "R-7",
                        "person", "claire",
                        "serial", "5CG0000OLD",
                        "state", "scheduled",
                        "mode", "pick-up",
                        "date", "2026-11-25"))));
        var answer = answer(house.myRequests, CLAIRE, Map.of());
        assertThat(answer.text()).isEqualTo("""
                        Vos demandes\u202F:

                        - **O-100001** Casque, commande prioritaire enregistrée le lundi 23 novembre à 10\u00A0h, \
                        à livrer à cette adresse\u202F: 1 rue du Dôme, 67000 Strasbourg. \
                        En route (annoncé le lundi 23 novembre). Le transporteur indique\u202F: au dépôt de Strasbourg.
                        - **R-7** Restitution de 5CG0000OLD (Enlèvement par un technicien, mercredi 25 novembre)\u202F: planifiée.
                        - **Casier 12** (Strasbourg)\u202F: Chargeur vous y attend. \
                        Le code d’ouverture a expiré\u202F: il en faut un nouveau.""");
        assertThat(answer.offers())
                .extracting(Offer::label)
                .containsExactly("Changer le jour de R-7", "Demander un nouveau code");
        assertThat(answer(house.myRequests, CLAIRE, Map.of("reference", "r-7")).text())
                .contains("**R-7**")
                .doesNotContain("O-100001");
    }

    @Test
    void nobodySeesWhatIsSomebodyElses() {
        done(
                house.order,
                Map.of("item", "mouse", "address", "1 rue du Dôme, 67000 Strasbourg"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        house.asset("5CG2222BBB", "EliteBook 840", CLAIRE, "in-use");
        house.parcel("MP2O-2", "5CG2222BBB", CLAIRE, "shipped", "2026-11-10");
        assertThat(answer(house.myRequests, EMMA, Map.of()).text())
                .isEqualTo("You have no order, return, parcel or locker under way.");
        assertThat(answer(house.myRequests, EMMA, Map.of("reference", "O-100001"))
                        .text())
                .isEqualTo(answer(house.myRequests, EMMA, Map.of("reference", "O-999999"))
                        .text())
                .isEqualTo("I cannot find this reference among your requests.");
        assertThat(answer(house.myEquipment, EMMA, Map.of()).text())
                .isEqualTo("The inventory has no device in your name.");
        assertThat(house.requests.find("O-100001", EMMA.id())).isEmpty();
        assertThat(new OwnDevices(house.inventory).of(EMMA, Language.EN)).isEmpty();
    }

    @Test
    void isWrittenAsTheContractSays() {
        done(
                house.order,
                Map.of("item", "mouse", "address", "1 rue du Dôme, 67000 Strasbourg"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        house.parcel("O-100001", "M1", CLAIRE, "shipped", "2026-11-23");
        assertThat(JsonMapper.builder().build().writeValueAsString(house.requests.mine(CLAIRE.id())))
                .isEqualTo("[{\"reference\":\"O-100001\",\"kind\":\"order\",\"state\":\"shipped\",\"item\":\"mouse\","
                        + "\"address\":\"1 rue du Dôme, 67000 Strasbourg\",\"createdAt\":\"2026-11-23T10:00:00+01:00\","
                        + "\"parcel\":{\"state\":\"shipped\"}}]");
    }

    @Test
    void theWorldIsReadStrictlyAndForgottenWhole() {
        assertThatThrownBy(() -> house.asset("1", "m", CLAIRE, "lost")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> house.demo.take(Map.of("equipment", List.of(Map.of("serial", "1", "colour", "red")))))
                .isInstanceOf(Problem.class);
        house.asset("5CG2222BBB", "EliteBook 840", CLAIRE, "in-use");
        assertThatThrownBy(() -> house.asset("5CG2222BBB", "EliteBook 840", EMMA, "in-use"))
                .isInstanceOf(Problem.class);
        house.demo.clear();
        assertThat(house.inventory.with(CLAIRE.id())).isEmpty();
    }
}
