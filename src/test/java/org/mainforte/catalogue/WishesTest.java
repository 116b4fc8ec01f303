package org.mainforte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "il me faut une nouvelle souris|request:order?item=mouse",
                "i need a new headset pls|request:order?item=headset",
                "j'aimerais prendre rdv avec un technicien|request:appointment",
                "can you book an appointment for me|request:appointment",
                "annulez mon rendez-vous svp|request:appointment-cancel",
                "please move my appointment to Friday|request:appointment-move",
                "je voudrais que quelqu'un passe voir mon poste|request:appointment",
                "i'd like somebody to come and look at it|request:appointment",
                "ou en est mon ticket|lookup:my-tickets",
                "j'ai declare un incident lundi, ca en est ou|lookup:my-tickets",
                "where is my order|lookup:my-requests",
                "je veux rendre mon ancien pc|request:return",
                "guidez moi pour rendre mon ancien pc|guide:pc-return",
                "walk me through returning my old laptop|guide:pc-return",
                "aidez moi a mettre authenticator sur mon nouveau telephone|guide:mfa-new-phone",
                "help me move to a new phone with authenticator|guide:mfa-new-phone",
                "guidez-moi pas a pas pour le vpn|guide:vpn-connect",
                "help me connect to the vpn|guide:vpn-connect",
                "accompagnez moi pour regler mon casque|guide:headset-audio",
                "walk me through my headset settings please|guide:headset-audio",
                "ouvrez un ticket|request:ticket",
                "Commande une souris et prends-moi un rdv demain|request:order?item=mouse,request:appointment",
                "I need a mouse, and I want to book an appointment|request:order?item=mouse,request:appointment",
            })
    void whatIsWantedIsHeard(String said, String wanted) {
        assertThat(Wishes.in(said)).isEqualTo(Arrays.asList(wanted.split(",")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comment prendre rendez-vous avec un technicien",
                "comment changer de telephone pour authenticator",
                "aidez moi j'ai perdu mon telephone avec authenticator, j'en ai un nouveau",
                "help my vpn does not connect",
                "how do I hand back the old laptop",
                "mon pc est lent depuis ce matin",
                "the wifi drops all the time",
                "avant je tenais toute la reunion, maintenant il s'eteint",
            })
    void aQuestionIsNoRequest(String said) {
        assertThat(Wishes.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ça ne m'aide pas",
                "non, ça ne marche pas mieux",
                "ça ne m'a pas aidée",
                "pas vraiment",
                "et maintenant ?",
                "j'ai déjà essayé tout ça",
                "no that does not help",
                "that didn't work",
                "hmm not really",
                "so what now?",
                "I already tried that",
            })
    void whatDidNotHelpIsNoNewQuestion(String said) {
        assertThat(Wishes.is("still-broken", said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "et si ça ne marche toujours pas ?",
                "et si ca marche pas non plus",
                "et si ça ne m'aide pas ?",
                "je fais quoi si rien ne marche",
                "et si ça ne suffit pas ?",
                "and what if that doesn't work?",
                "what should I do if it doesnt work",
                "what if that fails?",
                "what do I do if none of this helps"
            })
    void whatIsAskedAheadIsNoFailure(String said) {
        assertThat(Wishes.is("what-if", said)).isTrue();
        assertThat(Wishes.is("still-broken", said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Merci ! Si ça ne marche pas, je reviens vers vous",
                "Thanks! If it doesn't work, I'll come back",
                "Comment demander les droits administrateur ? Et si ça ne marche pas ?",
                "et si ça ne va pas ?",
                "et si ça marche ?",
                "what if the battery doesn't work",
                "et si mon wifi ne marche pas ?"
            })
    void whatSaysMoreIsNotAskedAhead(String said) {
        assertThat(Wishes.is("what-if", said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ma souris ne marche pas",
                "ça ne marche pas quand je branche le dock",
                "the wifi does not work on the train",
                "what now happens to my old PC?"
            })
    void whatNamesAThingIsANewQuestion(String said) {
        assertThat(Wishes.is("still-broken", said)).isFalse();
    }

    @Test
    void whoIsLostIsGuidedToo() {
        assertThat(Wishes.is("guide-me", "guidez-moi pas à pas s'il vous plaît, je suis perdue avec ce pc"))
                .isTrue();
        assertThat(Wishes.is("guide-me", "Please guide me step by step, I'm completely lost"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oui", "Oui !", "OUI.", "ok", "d'accord", "D’accord", "yes", "Yes please", "go ahead"})
    void shortFormsAreAYes(String said) {
        assertThat(Wishes.is("yes", said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oui mais pas demain",
                "yes but later",
                "oui ?",
                "je ne dis pas oui",
                "ouistiti",
                "not yes",
                "oui ou non"
            })
    void anythingMoreIsNotAYes(String said) {
        assertThat(Wishes.is("yes", said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "je veux parler à quelqu'un",
                "un humain svp",
                "talk to a human",
                "passez-moi un conseiller",
                "j'en ai marre de ce robot",
                "can someone call me back",
                "rappelez-moi",
                "y a-t-il une vraie personne",
                "un être humain merde",
                "arrête de me répondre comme un robot",
                "quel est le numéro du support ?",
                "human pls",
                "I want someone to call me back",
                "conseillé svp",
                "jveux parler a qq1"
            })
    void theWishForAPersonIsHeard(String said) {
        assertThat(Wishes.mentions("person", said)).isTrue();
    }

    @Test
    void itIsHeardInManyWordsAndNotWhereSomebodyElseIsSpokenOf() {
        assertThat(lines("person.txt")).allMatch(said -> Wishes.mentions("person", said));
        assertThat(lines("no-person.txt")).noneMatch(said -> Wishes.mentions("person", said));
    }

    @Test
    void dangersAreHeardInManyWordsAndNotWhereNothingHappened() {
        assertThat(lines("urgent.txt")).allMatch(WishesTest::isUrgent);
        assertThat(lines("not-urgent.txt")).noneMatch(WishesTest::isUrgent);
        assertThat(lines("person.txt")).noneMatch(WishesTest::isUrgent);
    }

    private static boolean isUrgent(String said) {
        List<String> dangers = List.of("theft", "phishing", "battery", "distress");
        return dangers.stream().anyMatch(danger -> Wishes.mentions("emergency-" + danger, said));
    }

    private static List<String> lines(String file) {
        try (var stream = WishesTest.class.getResourceAsStream("/wishes/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "personne ne m'entend en réunion",
                "mes documents sur la nouvelle machine",
                "nobody can hear me",
                "qui contacter pour un problème informatique",
                "someone approved a sign-in on my phone"
            })
    void andNotWhereThereIsNone(String said) {
        assertThat(Wishes.mentions("person", said)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on m'a volé mon pc|emergency-theft",
                "my laptop got stolen|emergency-theft",
                "j'ai oublié mon ordi dans le train|emergency-theft",
                "jai cliqué sur un lien bizarre|emergency-phishing",
                "I gave my password to a fake site|emergency-phishing",
                "la batterie a gonflé|emergency-battery",
                "smoke is coming out of my charger|emergency-battery",
                "je n'en peux plus, je craque|emergency-distress",
                "i want to die|emergency-distress",
                "ma voiture a été fracturée cette nuit et l'ordinateur de travail n'est plus là|emergency-theft",
                "je ne retrouve plus mon ordinateur portable|emergency-theft",
                "dans le taxi j'ai laissé mon ordi|emergency-theft",
                "tous mes fichiers sont chiffrés et on me demande de payer|emergency-phishing",
                "someone from Microsoft called and I gave him remote access|emergency-phishing",
                "g donné mon mdp a qqun|emergency-phishing",
                "par réflexe j'ai approuvé la demande|emergency-phishing",
                "mon chargeur a cramé|emergency-battery",
                "the case is splitting open|emergency-battery",
                "je ne dors plus à cause de ça|emergency-distress",
                "i cant do this anymore|emergency-distress",
            })
    void dangerIsHeard(String said, String danger) {
        assertThat(Wishes.mentions(danger, said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "j'ai oublié mon mot de passe",
                "mon mot de passe expire dans 5 jours",
                "ma batterie ne tient pas",
                "Teams me déconnecte, j'en peux plus de ce logiciel",
                "my signature is lost in Outlook",
                "mes icônes ont disparu de mon ordinateur",
                "I lost my PC charger",
                "can't find my PC in my equipment list",
                "mon pc a disparu du réseau",
                "I entered my password on the sign-in page and it loops",
                "ma batterie fond à vue d'œil"
            })
    void ordinaryTroubleIsNoDanger(String said) {
        assertThat(List.of("emergency-theft", "emergency-phishing", "emergency-battery", "emergency-distress"))
                .noneMatch(danger -> Wishes.mentions(danger, said));
    }

    @Test
    void fourThousandCharactersAreReadAtOnce() {
        assertThat(Wishes.in("a ".repeat(2_000))).isEmpty();
        assertThat(Wishes.in("donne ".repeat(660))).isEmpty();
    }

    @Test
    void whoTellsOfACallerWantsNoPerson() {
        assertThat(Wishes.mentions("person", "y a quelqu'un qui m'a appele du support"))
                .isFalse();
        assertThat(Wishes.mentions("person", "y a quelqu'un qui peut m'aider")).isTrue();
        assertThat(Wishes.mentions("person", "qui je peux avoir au telephone")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "emergency-battery, la batterie a double de volume",
        "emergency-battery, the battery is pushing the keyboard up",
        "emergency-phishing, g done mon mdp a un escroc"
    })
    void dangersAreHeardAsTheyAreSaid(String danger, String said) {
        assertThat(Wishes.mentions(danger, said)).isTrue();
    }
}
