package org.mainforte.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Language;

/** What writers may read: nobody is in it, and an article can still be found by it. */
class RedactionTest {
    private final Redaction redaction = new Redaction(Names.known(
            List.of("Camille Roth", "Inès Garnier", "Jean-Marc Le Page", "Paul Delacroix"),
            Set.of("page", "imprimante")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "écrivez à camille.roth@societe.example svp|écrivez à [adresse mail] svp",
                "rappelez moi au 06 12 34 56 78|rappelez moi au [téléphone]",
                "mon numéro +33 6.12.34.56.78 ou 0612345678|mon numéro [téléphone] ou [téléphone]",
                "mon pc 5CG2140KTR ne marche pas|mon pc [numéro de série] ne marche pas",
                "pf3qk7lz est en panne|[numéro de série] est en panne",
                "où en est T-100001 ?|où en est [référence] ?",
                "badge 48213 refusé|badge [numéro] refusé",
                "erreur 0x8004010f et AADSTS50058, code 809|erreur 0x8004010f et AADSTS50058, code 809",
                "erreur 0x8004010f sur Windows 11|erreur 0x8004010f sur Windows 11",
                "c'est ines garnier, la badgeuse est morte|c'est [nom] [nom], la badgeuse est morte",
                "le PC de Roth est chez Inès|le PC de [nom] est chez [nom]",
                "la page ne s'ouvre pas chez M. Page|la page ne s'ouvre pas chez M. [nom]",
                "jean-marc n'y arrive pas|[nom] n'y arrive pas",
                "je m'appelle Zoé Dupuis et je suis perdue|je m'appelle [nom] et je suis perdue",
                "merci, cordialement, Zoé Dupuis|merci, cordialement, [nom]",
                "j'habite 14 rue des Tonneliers, 67000 Strasbourg|j'habite [adresse]",
                "mon mot de passe est Soleil2024! et il est refusé|mon mot de passe est [secret] et il est refusé",
                "mdp: azerty $1 \\2|mdp: [secret] $1 \\2",
                "voir https://intranet.example/x?user=croth&t=abc|voir [lien]"
            })
    void nobodyIsLeftInIt(String text, String masked) {
        assertThat(redaction.redacted(text, Language.FR)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my name is John Smith, call +44 20 7946 0958|my name is [name], call [phone]",
                "my password is hunter2|my password is [secret]",
                "serial PF3AB41K, best regards Karim B|serial [serial number], best regards [name]"
            })
    void inEnglishToo(String text, String masked) {
        assertThat(redaction.redacted(text, Language.EN)).isEqualTo(masked);
    }
}
