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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;

class ReturnRequestTest {
    private static final Map<String, String> PICK_UP =
            Map.of("saved", "yes", "serial", "5CG0000OLD", "mode", "pick-up", "date", "2026-11-24");
    private final EquipmentHouse house = new EquipmentHouse();

    @BeforeEach
    void anOldAndANewPc() {
        house.asset("5CG9999NEW", "EliteBook 840", CLAIRE, "in-use");
        house.asset("5CG0000OLD", "EliteBook 640", CLAIRE, "to-return");
        house.asset("5CG5555EMM", "Latitude", EMMA, "in-use");
    }

    @Test
    void takesTheOnlyDeviceThatWaitsAndAsksTheRest() {
        var reader = new FormReader<>(house.giveBack);
        assertThat(reader.completed(asking(CLAIRE, Map.of()))).isEqualTo(Map.of("serial", "5CG0000OLD"));
        assertThat(missing(house.giveBack, CLAIRE, Map.of("serial", "5CG0000OLD")))
                .containsExactly("saved", "mode");
        assertThat(missing(house.giveBack, CLAIRE, Map.of("serial", "5CG0000OLD", "saved", "yes", "mode", "pick-up")))
                .containsExactly("date");
        assertThat(missing(house.giveBack, CLAIRE, Map.of("serial", "5CG0000OLD", "saved", "yes", "mode", "parcel")))
                .isEmpty();
    }

    @Test
    void offersOnlyOnesOwnDevicesThoseToReturnFirst() {
        assertThat(house.giveBack.options("serial", asking(CLAIRE, Map.of())))
                .extracting(Option::label)
                .containsExactly("EliteBook 640 (5CG0000OLD)", "EliteBook 840 (5CG9999NEW)", "Un autre appareil");
    }

    @Test
    void asksForATypedNumberWhenTheInventoryDoesNotKnow() {
        assertThat(missing(house.giveBack, CLAIRE, Map.of("saved", "yes", "serial", "other", "mode", "parcel")))
                .containsExactly("serialTyped");
        house.jdbc.sql("delete from asset where owner = 'claire'").update();
        assertThat(missing(house.giveBack, CLAIRE, Map.of("saved", "yes", "mode", "parcel")))
                .containsExactly("serialTyped");
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "mon vieux PC tout cassé, mon vieux PC tout cassé", "ABCDEFGH, ABCDEFGH"})
    void saysWhatASerialNumberLooksLike(String typed, String quoted) {
        assertThatThrownBy(() -> card(
                        house.giveBack,
                        Map.of("saved", "yes", "serial", "other", "serialTyped", typed, "mode", "parcel"),
                        asking(CLAIRE, Map.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("serialTyped");
                    assertThat(refusal.text(Language.EN))
                            .startsWith("\"" + quoted + "\" does not look like a serial number");
                });
    }

    @ParameterizedTest
    @CsvSource({"5cg 1234 xyz, 5CG1234XYZ", "S/N: PF-3ABC12, PF3ABC12", "SN 12345678, 12345678"})
    void readsASerialNumberAsItIsCopied(String typed, String kept) {
        var receipt = done(
                house.giveBack,
                Map.of("saved", "yes", "serial", "other", "serialTyped", typed, "mode", "parcel"),
                confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(receipt.details()).contains(new Row("Numéro de série", kept));
    }

    @Test
    void keepsTheDeviceWhenTheFilesAreNotSaved() {
        Asking unsaved = asking(CLAIRE, Map.of("saved", "no"));
        assertThat(missing(house.giveBack, CLAIRE, Map.of("saved", "no"))).isEmpty();
        assertThat(house.giveBack.refusedFor(unsaved)).isPresent();
        assertThatThrownBy(() -> card(house.giveBack, Map.of("saved", "no"), unsaved))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isNull();
                    assertThat(refusal.text(Language.FR))
                            .startsWith(
                                    "Ne rendez pas encore cet appareil\u202F: gardez-le, vos fichiers y sont encore.");
                });
        assertThat(house.giveBack.alternatives(unsaved))
                .extracting(Offer::start)
                .extracting(Object::toString)
                .first()
                .isEqualTo("guide:onedrive-backup");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23 | Il faut un jour à venir : le lundi 23 novembre n’est plus possible.",
                "2026-11-20 | Il faut un jour à venir : le vendredi 20 novembre n’est plus possible.",
                "2026-11-28 | Le samedi 28 novembre tombe un week-end : personne ne passe ce jour-là.",
                "2026-12-25 | Le vendredi 25 décembre est un jour férié sur votre site : personne ne passe ce jour-là.",
                "2027-06-01 | Le mardi 1er juin est trop loin : choisissez un jour dans les 60 jours.",
            })
    void refusesADayOnWhichNobodyComes(String date, String sentence) {
        assertThatThrownBy(() -> card(house.giveBack, with("date", date), asking(CLAIRE, Map.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("date");
                    assertThat(refusal.text(Language.FR).replace('\u202F', ' '))
                            .isEqualTo(sentence + " Le premier jour possible est le mardi 24 novembre.");
                });
    }

    @Test
    void goodFridayIsAHolidayInStrasbourgOnly() {
        Instant before = Instant.parse("2027-03-22T09:00:00Z");
        LocalDate goodFriday = LocalDate.of(2027, 3, 26);
        assertThat(house.visits.obstacle(CLAIRE.site(), goodFriday, before)).isEqualTo("holiday");
        assertThat(house.visits.obstacle(EMMA.site(), goodFriday, before)).isNull();
    }

    @Test
    void aClosureActsAtOnce() {
        house.planning.close(CLAIRE.site(), LocalDate.of(2026, 11, 24), "inventaire");
        assertThatThrownBy(() -> card(house.giveBack, PICK_UP, asking(CLAIRE, Map.of())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("equipment.date.closed"));
        assertThat(house.giveBack.options("date", asking(CLAIRE, Map.of())))
                .extracting(Option::value)
                .containsExactly("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01");
    }

    @Test
    void theReceiptCarriesTheSerialNumberAndIsGivenOnce() {
        assertThat(card(house.giveBack, PICK_UP, asking(CLAIRE, Map.of())))
                .containsExactly(
                        new Row("Appareil", "EliteBook 640"),
                        new Row("Numéro de série", "5CG0000OLD"),
                        new Row("Mode de remise", "Enlèvement par un technicien"),
                        new Row("Jour souhaité", "mardi 24 novembre"),
                        new Row("Fichiers sauvegardés", "Oui"));
        var receipt = done(house.giveBack, PICK_UP, confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(done(house.giveBack, PICK_UP, confirmed("r-1", CLAIRE, MONDAY_TEN)))
                .isEqualTo(receipt);
        assertThat(receipt.kind()).isEqualTo("return");
        assertThat(receipt.reference()).isEqualTo("R-100001");
        assertThat(receipt.details())
                .startsWith(new Row("Restitution", "R-100001"), new Row("Appareil", "EliteBook 640"));
        assertThat(receipt.text())
                .contains("Jour d’enlèvement souhaité\u202F: mardi 24 novembre\u202F; l’heure n’est pas fixée.");
    }

    @Test
    void oneDeviceIsNotReturnedTwice() {
        done(house.giveBack, PICK_UP, confirmed("r-1", CLAIRE, MONDAY_TEN));
        assertThat(house.giveBack.options("serial", asking(CLAIRE, Map.of())))
                .extracting(Option::value)
                .containsExactly("5CG9999NEW", "other");
        assertThat(house.giveBack.advice(asking(CLAIRE, Map.of())))
                .hasValueSatisfying(advice -> assertThat(advice).contains("**R-100001**"));
        assertThatThrownBy(() -> done(house.giveBack, PICK_UP, confirmed("r-2", CLAIRE, MONDAY_TEN)))
                .isInstanceOf(Refusal.class);
        assertThat(house.ledger.returns(CLAIRE.id())).hasSize(1);
    }

    @Test
    void understandsPlainWords() {
        assertThat(house.giveBack.understand(
                        "tout est sauvegardé, pouvez-vous venir chercher le 5cg9999new demain ?",
                        asking(CLAIRE, Map.of())))
                .isEqualTo(Map.of("saved", "yes", "mode", "pick-up", "date", "2026-11-24", "serial", "5CG9999NEW"));
        assertThat(house.giveBack.understand("je n'ai pas encore sauvegardé", asking(CLAIRE, Map.of())))
                .isEqualTo(Map.of("saved", "no"));
        assertThat(house.giveBack.understand("by parcel please", asking(EMMA, Map.of())))
                .isEqualTo(Map.of("mode", "parcel"));
        assertThat(house.giveBack.understand("plutôt le 08/01", asking(CLAIRE, Map.of())))
                .isEqualTo(Map.of("date", "2027-01-08"));
        assertThat(house.giveBack.understand("le 31/02", asking(CLAIRE, Map.of())))
                .isEmpty();
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> changed = new HashMap<>(PICK_UP);
        changed.put(field, value);
        return changed;
    }
}
