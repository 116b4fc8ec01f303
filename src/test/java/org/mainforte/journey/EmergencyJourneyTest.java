package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theft, a clicked link, a battery that swells: what to do now, who can be reached, an urgent ticket. */
class EmergencyJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|on m a vole mon pc dans le train|lost-stolen-pc",
                "fr|jai cliqué sur un lien bizarre dans un mail et j ai donné mon mdp|phishing-clicked",
                "fr|la batterie de mon pc est toute gonflée ca fait peur|battery-swollen-safety",
                "en|someone stole my laptop from my car|lost-stolen-pc",
                "en|I clicked on a phishing link and typed my password|phishing-clicked",
                "en|my laptop battery is swollen and it's hot|battery-swollen-safety"
            })
    void aFormWaitsAndNothingIsLost(String language, String danger, String article) {
        boolean french = language.equals("fr");
        for (boolean reachable : new boolean[] {true, false}) {
            mainforte.world("{\"urgentLine\":" + reachable + "}");
            Person karim = on("karim");
            Chat chat = karim.opens(language).says(french ? "je veux commander un clavier" : "I need a new keyboard");
            chat.says(danger);
            assertThat(chat.answered("answer")
                            .path("sources")
                            .path(0)
                            .path("article")
                            .asString())
                    .isEqualTo(article);
            assertThat(chat.words())
                    .contains(
                            french
                                    ? (reachable ? "Quelqu'un est joignable tout de suite" : "Je préfère être franc")
                                    : (reachable ? "Somebody can be reached right now" : "I would rather be frank"));
            if (chat.kinds().contains("form")) {
                chat.picks("equipment", "Lenovo");
            }
            assertThat(chat.row("proposal", french ? "Urgence" : "Urgency"))
                    .isEqualTo(french ? "Je ne peux pas travailler" : "I cannot work");
            assertThat(karim.traces()).isEmpty();
            chat.says(french ? "oui" : "yes");
            assertThat(karim.tickets())
                    .singleElement()
                    .satisfies(ticket ->
                            assertThat(ticket.path("urgency").asString()).isEqualTo("urgent"));
            // The keyboard comes back by itself, with what was known of it.
            assertThat(chat.kinds()).as(chat.transcript()).contains("receipt", "form");
            chat.says(french ? "oui" : "yes").says(french ? "oui" : "yes");
            assertThat(karim.requests()).hasSize(1);
        }
    }

    /** “Portable” is a computer or a telephone; who does not tell which reads what to do about both, and the ticket says it as they did. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "j'ai perdu mon portable pro ce week-end, impossible de remettre la main dessus|both",
                "on m'a volé mon portable de service au marché|both",
                "je ne retrouve plus mon portable pro, je crois qu'il est tombé de ma veste|both",
                "on m'a volé mon portable et mes papiers|both",
                "on m'a volé mon sac à main, mon portable était dedans|both",
                "on m'a volé mon portable et mon téléphone|both",
                "Un livreur a sonné, je suis descendu, on m'a volé mon portable sur la table|both",
                "j'ai perdu mon portable de service en rando, il ne sonne plus|mobile-lost-stolen",
                "on m'a volé mon portable avec la carte SIM pro|mobile-lost-stolen",
                "on m'a volé mon disque dur portable dans le train|lost-stolen-pc",
                "on m'a volé le chargeur de mon portable dans le train|lost-stolen-pc",
                "my notebook went missing from the meeting room we used on tuesday, I only have my phone with me|lost-stolen-pc",
                "on m'a volé mon ordinateur portable|lost-stolen-pc",
                "on m'a volé ma sacoche avec mon portable dedans|lost-stolen-pc",
                "on m'a volé mon téléphone portable|mobile-lost-stolen"
            })
    void portableMayBeEither(String said, String article) {
        Chat chat = on("camille").opens("fr").says(said);
        List<String> told = chat.answer().stream()
                .flatMap(message -> Chat.list(message.path("sources")).stream())
                .map(source -> source.path("article").asString())
                .toList();
        assertThat(told)
                .as(chat.transcript())
                .containsExactlyInAnyOrderElementsOf(
                        article.equals("both") ? List.of("lost-stolen-pc", "mobile-lost-stolen") : List.of(article));
        assertThat(chat.kinds()).as(chat.transcript()).contains("handover", "proposal");
        if (article.equals("both")) {
            assertThat(chat.words()).contains("Et si votre « portable » est un");
        }
    }

    /** Whatever else was read, it goes on with what was meant first. */
    @Test
    void whoReadAboutBothGoesOnWithTheFirst() {
        Chat chat = on("camille").opens("fr").says("on m'a volé mon portable de service au marché");
        String first = chat.answer().stream()
                .flatMap(message -> Chat.list(message.path("sources")).stream())
                .findFirst()
                .orElseThrow()
                .path("article")
                .asString();
        chat.says("annuler").says("et maintenant ?");
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .as(chat.transcript())
                .isEqualTo(first);
    }

    /** No rule knows these words; the article that they find is about a danger. */
    @Test
    void aDangerIsOneHoweverItIsWorded() {
        Chat chat = on("karim").opens("fr").says("des mails partent de ma boîte sans moi");
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .isEqualTo("phishing-clicked");
        assertThat(chat.kinds()).as(chat.transcript()).contains("handover", "proposal");
    }

    @Test
    void theLineMayBeClosedWhileTheDeskIsOpen() {
        mainforte.world("{\"urgentLine\":false}");
        assertThat(on("camille").opens("fr").says("on m'a volé mon pc").words())
                .contains("la ligne d'urgence ne répond pas", "jusqu'à 18 h")
                .doesNotContain("rouvre");
        assertThat(on("camille")
                        .at(MONDAY_NIGHT)
                        .opens("fr")
                        .says("on m'a volé mon pc")
                        .words())
                .contains("personne n'est joignable", "rouvre mardi 24 novembre à 8 h");
        assertThat(on("oliver")
                        .at(MONDAY_NIGHT)
                        .opens("en")
                        .says("my laptop was stolen")
                        .words())
                .contains("nobody can be reached", "opens again Tuesday 24 November at 08:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|que faire si on me vole mon pc ?",
                "fr|comment éviter le phishing ?",
                "en|what should I do if my laptop gets stolen?"
            })
    void aQuestionAboutADangerIsNoDanger(String language, String said) {
        Chat chat = on("camille").opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).doesNotContain("proposal", "handover");
    }

    @Test
    void aGuideWaitsToo() {
        Chat chat = on("camille")
                .opens("fr")
                .says("aidez moi a installer mon nouveau pc")
                .presses("C'est fait");
        chat.says("attention ca sent le brulé et ca fume, le chargeur du pc est brûlant")
                .says("non");
        chat.presses("Reprendre : étape 2 sur 12");
        assertThat(chat.answered("step").path("step").path("number").asInt()).isEqualTo(2);
    }
}
