package org.mainforte.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static Masking camille() {
        return new Masking(Names.of(List.of("Camille Roussel-Petit")), "12 rue des Tilleuls, 67000 Strasbourg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon mail est camille.r@exemple.fr merci|mon mail est {MAIL_1} merci",
                "rappelez-moi au 06 12 34 56 78 svp|rappelez-moi au {PHONE_1} svp",
                "0612345678|{PHONE_1}",
                "+33 6 12 34 56 78|{PHONE_1}",
                "+33(0)612345678|{PHONE_1}",
                "je suis Camille Roussel-Petit|je suis {NAME_1}",
                "c'est CAMILLE qui parle|c'est {NAME_1} qui parle",
                "j'habite 12 rue des Tilleuls, 67000 Strasbourg|j'habite {ADDRESS_1}",
                "livrez au 4 bis avenue de la Paix 67000 Strasbourg|livrez au {ADDRESS_1}",
                "my place is 221 Baker Street|my place is {ADDRESS_1}",
                "NIR 1 84 12 76 451 089 46|NIR {NIR_1}",
                "sécu 184127645108946|sécu {NIR_1}",
                "sécu corse 2 55 08 2A 004 001 94|sécu corse {NIR_1}",
                "IBAN FR14 2004 1010 0505 0001 3M02 606|IBAN {IBAN_1}",
                "carte 4970 1000 0000 0055|carte {CARD_1}",
                "mon IP 192.168.1.24 ne répond pas|mon IP {IP_1} ne répond pas",
                "mac 00:1A:2B:3C:4D:5E|mac {IP_1}",
                "le PC 5CG1234XYZ ne démarre plus|le PC {SERIAL_1} ne démarre plus",
                "mail a@b.fr puis c@d.fr puis a@b.fr|mail {MAIL_1} puis {MAIL_2} puis {MAIL_1}",
            })
    void whatIsPersonalIsMaskedAndComesBack(String said, String sent) {
        var masking = camille();
        assertThat(masking.masked(said)).isEqualTo(sent);
        assertThat(masking.restored(sent)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erreur 0x80070005 après KB5031455",
                "Windows 11 24H2 build 26100",
                "j'ai 12 onglets ouverts et 3 écrans",
                "le ticket T-100001 du 23/11/2026 à 14h30",
                "2 rues plus loin",
                "la version 10.6.0.1234567",
            })
    void whatIsNotPersonalStays(String said) {
        assertThat(camille().masked(said)).isEqualTo(said);
    }

    @Test
    void aPlaceholderThatWasNeverGivenOutIsNoAnswer() {
        var masking = camille();
        assertThat(masking.masked("je suis Camille")).isEqualTo("je suis {NAME_1}");
        assertThat(masking.restored("Bonjour {NAME_2}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon mot de passe est Soleil2024!|mon mot de passe est ••••••••",
                "mdp: azerty|mdp: ••••••••",
                "mdp = Toto123.|mdp = ••••••••.",
                "mdp windows : Toto!45 et ça refuse|mdp windows : •••••••• et ça refuse",
                "mon mdp c'est bonjour|mon mdp c'est ••••••••",
                "le mot de passe est « il fait beau » voilà|le mot de passe est « •••••••• » voilà",
                "my password is hunter2|my password is ••••••••",
                "password: correct-horse|password: ••••••••",
                "code pin : 4821|code pin : ••••••••",
                "ma clé sk-abcdefghijklmnop1234 marche pas|ma clé •••••••• marche pas",
                "Bearer abcdefghijklmnopqrstuvwxyz012345|Bearer ••••••••",
            })
    void aPastedPasswordIsMasked(String said, String kept) {
        assertThat(Secrets.masked(said)).isEqualTo(kept);
        assertThat(Secrets.isMasked(kept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon mot de passe est expiré",
                "mon mot de passe est bloqué depuis ce matin",
                "mot de passe oublié",
                "mot de passe : oublié",
                "j'ai perdu mon mot de passe Windows hier",
                "mon mdp ne marche plus",
                "le mot de passe demandé est refusé à 9h30",
                "my password is not working",
                "I forgot my password, please help",
                "comment changer mon mot de passe ?",
                "password expired yesterday",
            })
    void whatIsSaidAboutAPasswordStays(String said) {
        assertThat(Secrets.masked(said)).isSameAs(said);
    }
}
