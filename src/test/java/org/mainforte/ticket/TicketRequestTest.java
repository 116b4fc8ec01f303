package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.EMMA;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.SUNDAY;
import static org.mainforte.ticket.TicketHouse.asking;
import static org.mainforte.ticket.TicketHouse.confirmed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainforte.catalogue.CaseFile;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Refusal;

class TicketRequestTest {
    private final TicketHouse house = new TicketHouse();
    private final FormReader<TicketForm> reader = new FormReader<>(house.ticket);

    @Test
    void asksForEverythingOfSomebodyWhoSaysNothing() {
        assertThat(house.ticket.understand("je veux ouvrir un ticket s'il vous plaît", asking(CLAIRE, Map.of())))
                .isEmpty();
        assertThat(missing(CLAIRE, Map.of())).containsExactly("description", "category", "urgency");
    }

    @Test
    void takesTheDescriptionCategoryAndUrgencyFromOneSentence() {
        var said = house.ticket.understand(
                "Mon PC ne s'allume plus, je ne peux plus travailler", asking(CLAIRE, Map.of()));
        assertThat(said)
                .isEqualTo(Map.of(
                        "description", "Mon PC ne s'allume plus, je ne peux plus travailler", "urgency", "urgent"));
        assertThat(reader.completed(asking(CLAIRE, said))).containsEntry("category", "hardware");
    }

    @Test
    void anAnswerToALaterQuestionIsNotTheDescription() {
        assertThat(house.ticket.understand(
                        "je suis vraiment gêné par cela", asking(CLAIRE, Map.of("description", "Outlook plante"))))
                .isEqualTo(Map.of("urgency", "high"));
    }

    @Test
    void asksWhichDeviceOnlyForHardwareAndOnlyIfThereIsOne() {
        Map<String, String> hardware = Map.of("description", "x", "category", "hardware", "urgency", "normal");
        assertThat(missing(CLAIRE, hardware)).containsExactly("equipment");
        assertThat(missing(EMMA, hardware)).isEmpty();
        assertThat(missing(CLAIRE, Map.of("description", "x", "category", "network", "urgency", "normal")))
                .isEmpty();
        assertThat(house.ticket.options("equipment", asking(CLAIRE, hardware)))
                .extracting(Option::label)
                .containsExactly("HP EliteBook (5CG1234XYZ)", "Un autre, ou aucun");
    }

    @Test
    void readsTheSerialNumberAndTheRoomFromTheWords() {
        assertThat(house.ticket.understand("le 5cg1234xyz fait un bruit étrange", asking(CLAIRE, Map.of())))
                .containsEntry("equipment", "5CG1234XYZ");
        assertThat(house.ticket.understand("la visio de la salle Orangerie est en panne", asking(CLAIRE, Map.of())))
                .containsEntry("room", "Orangerie");
    }

    @Test
    void aMeetingRoomTicketAsksWhichRoomAndWhatIsWrongThere() {
        var said = house.ticket.understand("ouvrir un ticket pour la salle de réunion", asking(CLAIRE, Map.of()));
        assertThat(said).isEqualTo(Map.of("category", "meeting-room"));
        assertThat(missing(CLAIRE, said)).containsExactly("description", "room", "urgency");
        assertThat(house.ticket.options("room", asking(CLAIRE, said)))
                .extracting(Option::label)
                .containsExactly("Cathédrale", "Orangerie", "Petite France", "Une autre salle");
        assertThat(house.ticket.understand("open a ticket for room Petite France", asking(EMMA, Map.of())))
                .isEqualTo(Map.of("category", "meeting-room", "room", "Petite France"));
        assertThat(house.ticket.understand("dans l'Orangerie", asking(CLAIRE, said)))
                .containsEntry("room", "Orangerie");
        assertThat(missing(CLAIRE, Map.of("description", "x", "category", "network", "urgency", "normal")))
                .isEmpty();
    }

    @Test
    void theWishForATicketIsNoDescription() {
        Map<String, String> values = Map.of("description", "open a ticket", "category", "other", "urgency", "normal");
        assertThatThrownBy(() -> house.card(house.ticket, values, EMMA))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("description"));
    }

    @Test
    void anUrgentSecurityTicketDoesNotSayThatNobodyIsThere() {
        Map<String, String> values =
                Map.of("description", "PC volé dans le train", "category", "security", "urgency", "urgent");
        assertThat(house.done(house.ticket, values, confirmed("r-1", CLAIRE, SUNDAY))
                        .text())
                .contains("les personnes de permanence pour la sécurité")
                .doesNotContain("fermé");
        assertThat(house.done(
                                house.ticket,
                                Map.of("description", "PC volé", "category", "security", "urgency", "normal"),
                                confirmed("r-2", CLAIRE, SUNDAY))
                        .text())
                .contains("fermé");
    }

    @Test
    void theCardSaysItInFrench() {
        var card = house.card(
                house.ticket,
                Map.of(
                        "description", "L'écran reste noir",
                        "category", "hardware",
                        "equipment", "5CG1234XYZ",
                        "urgency", "urgent",
                        "context", "Guide « Mise en service », étape 4 sur 12"),
                CLAIRE);
        assertThat(card)
                .containsExactly(
                        new Row("Description", "L'écran reste noir"),
                        new Row("Sujet", "PC ou autre matériel"),
                        new Row("Appareil", "HP EliteBook (5CG1234XYZ)"),
                        new Row("Urgence", "Je ne peux pas travailler"),
                        new Row("Étape atteinte", "Guide « Mise en service », étape 4 sur 12"),
                        new Row("Joint au ticket", "Cette conversation et les fichiers que vous y avez envoyés"));
    }

    @Test
    void theCardSaysItInEnglish() {
        var card = house.card(
                house.ticket, Map.of("description", "The vpn drops", "category", "network", "urgency", "high"), EMMA);
        assertThat(card)
                .containsExactly(
                        new Row("Description", "The vpn drops"),
                        new Row("Subject", "Network, Wi-Fi, VPN"),
                        new Row("Urgency", "I am hindered"),
                        new Row("Goes with it", "This conversation and the files you sent in it"));
    }

    @Test
    void opensOneTicketHoweverOftenItIsDone() {
        Map<String, String> values = Map.of("description", "Le VPN coupe. Toutes les heures.", "urgency", "normal");
        var receipt = house.done(house.ticket, values, confirmed("r-1", CLAIRE, MONDAY_TEN));
        var again = house.done(house.ticket, values, confirmed("r-1", CLAIRE, MONDAY_TEN));

        assertThat(again).isEqualTo(receipt);
        assertThat(receipt.reference()).isEqualTo("T-100001");
        assertThat(receipt.kind()).isEqualTo("ticket");
        assertThat(house.tickets.mine(CLAIRE.id())).singleElement().satisfies(ticket -> {
            assertThat(ticket.title()).isEqualTo("Le VPN coupe.");
            assertThat(ticket.category()).isEqualTo(TicketCategory.NETWORK);
            assertThat(ticket.state()).isEqualTo(TicketState.OPEN);
            assertThat(ticket.external()).isNull();
        });
        assertThat(house.events)
                .containsExactly(
                        new TicketOpened(
                                "T-100001",
                                CLAIRE.id(),
                                CLAIRE.site(),
                                TicketCategory.NETWORK,
                                Urgency.NORMAL,
                                TicketHouse.TALK,
                                MONDAY_TEN),
                        new TicketStateChanged(
                                "T-100001", CLAIRE.site(), TicketState.RECORDED, TicketState.OPEN, MONDAY_TEN));
    }

    @Test
    void keepsWhatWasSaidAndTheFiles() {
        house.done(
                house.ticket,
                Map.of("description", "Le VPN coupe", "urgency", "normal"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(house.store.transcript("T-100001")).isEqualTo("10:00 Claire: écran noir");
        assertThat(house.store.enclosures("T-100001"))
                .extracting(CaseFile.Enclosure::name)
                .containsExactly("écran.png");
    }

    @Test
    void saysWhenTheDeskIsThereAndPromisesNothingElse() {
        Map<String, String> values = Map.of("description", "The vpn drops", "urgency", "normal");
        assertThat(house.done(house.ticket, values, confirmed("r-1", EMMA, MONDAY_TEN))
                        .text())
                .isEqualTo("Ticket **T-100001** is open and the service desk can see it, with everything you said. "
                        + "The service desk is open now, until 18:00. "
                        + "I do not know how long it will take. To see where it stands, ask me for \"my tickets\".");
        assertThat(house.done(house.ticket, values, confirmed("r-2", CLAIRE, SUNDAY))
                        .text())
                .contains(
                        "Le centre de services est fermé en ce moment\u202F; il ouvre le lundi 23 novembre à 8\u00A0h.");
    }

    private List<String> missing(org.mainforte.people.Employee employee, Map<String, String> values) {
        return reader.missing(asking(employee, values)).stream()
                .map(Field::name)
                .toList();
    }
}
