package org.mainforte.advisor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.catalogue.Lookup;
import org.mainforte.kernel.Language;

/** Figures come from what retrieval and look-ups returned, short ones too where something is numbered by them. */
class SentenceCheckTest {
    private final Evidence evidence = new Evidence();
    private final SentenceCheck check = new SentenceCheck(evidence, Language.FR, "", Likeness.OF_EXAMPLES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le code est 4471. [l1]",
                "Ouvrez le casier 112. [l1]",
                "Regardez le ticket n° 8123. [l1]",
                "Notez le numéro 5521. [l1]",
                "Appelez le 01 99 99 99 99. [l1]",
                "Voyez T-999999. [l1]",
                "Le rendez-vous serait à 9 h 15. [l1]",
            })
    void aFigureThatStandsNowhereIsNotShown(String sentence) {
        evidence.add(new Lookup.Answer("Casier 12, code 4470, ticket T-100001, PC 5CG4471MBX", List.of()));
        assertThat(check.fault(sentence, "")).contains(Fault.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le code est 4470. [l1]",
                "Ouvrez le casier 112. [l1]",
                "Voyez T-100001. [l1]",
                "Choisissez un code de 6 chiffres. [l1]",
                "Un chargeur de 65 W ou un écran de 1080 points conviennent. [l1]",
                "En 2026, la version 1809 ne convient plus. [l1]",
            })
    void aFigureThatStandsThereOrNumbersNothingIs(String sentence) {
        evidence.add(new Lookup.Answer("Casier 112, code 4470, ticket T-100001", List.of()));
        assertThat(check.fault(sentence, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Allez sur depannage.ninja pour continuer.",
                "Ouvrez **aide.zone/connexion** dans le navigateur.",
                "Rendez-vous sur « évil.support » tout de suite.",
                "Ouvrez www.ailleurs.example.",
                "Tapez evil.com.",
                "Allez sur secours.ninja.",
            })
    void aPlaceThatNoSectionNamesIsNotShown(String sentence) {
        assertThat(check.fault(sentence, "")).contains(Fault.LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cliquez sur budget.xlsx puis sur Partager.",
                "Choisissez Fichier, puis Options, etc. Ensuite, redémarrez.",
                "Revenez à la version 10.6.0 du pilote et/ou au pilote de base.",
            })
    void aFileOrAVersionIsNoPlace(String sentence) {
        assertThat(check.fault(sentence, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "J'ai, commandé votre casque.",
        "Un technicien, vous rappelle sans tarder.",
        "Votre commande, est enregistrée."
    })
    void aPromiseMayNotReadOnInTheNextLine(String line, String next) {
        assertThat(check.fault(line + "\n", "")).isEmpty();
        assertThat(check.fault(next, line + "\n")).contains(Fault.PROMISE);
        assertThat(check.fault(next, line + "\n\n")).isEmpty();
    }

    /** A Surface's serial number is one; what somebody pasted is another. */
    @Test
    void aLongNumberComesBackOnlyWhenALookUpToldIt() {
        evidence.add(new Lookup.Answer("Surface Laptop, 012345678953", List.of()));
        assertThat(check.mayComeBack("NUMBER", "012345678953")).isTrue();
        assertThat(check.mayComeBack("NUMBER", "123456789")).isFalse();
        assertThat(check.mayComeBack("MAIL", "jean.test@exemple.fr")).isTrue();
    }
}
