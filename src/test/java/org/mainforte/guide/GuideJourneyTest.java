package org.mainforte.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.guide.GuideTalk.button;
import static org.mainforte.guide.GuideTalk.labels;
import static org.mainforte.guide.GuideTalk.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Dialogue;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.site.Databases;

class GuideJourneyTest {
    @TempDir
    Path folder = Path.of("");

    private GuideTalk talk = new GuideTalk(Path.of("target/unused"), Databases.fresh());

    @BeforeEach
    void open() {
        talk = new GuideTalk(folder, Databases.fresh());
    }

    @Test
    void leadsThroughToTheEndAndOffersWhatComesNext() {
        Reply first = talk.start("guide:tea");
        assertThat(first.kind()).isEqualTo(MessageKind.STEP);
        assertThat(first.step()).isEqualTo(new Card.Step("tea", 1, 3, "Chauffer l’eau", 3));
        assertThat(first.text())
                .startsWith("**Préparer le thé**\u202F: 3 étapes, environ 1 h 35. Avancez à votre rythme")
                .endsWith("\n\nRemplissez la bouilloire. Voir [la bouilloire](/kb/fr/kettle#what-to-do).");
        assertThat(labels(first))
                .containsExactly("C’est fait", "Ça ne marche pas", "Expliquer", "Arrêter", "Parler à une personne");
        assertThat(talk.dialogue().context())
                .isEqualTo("Guide «\u202FPréparer le thé\u202F», étape 1 sur 3\u202F: Chauffer l’eau.");

        Reply second = talk.click(button(first, "C’est fait"));
        assertThat(step(second)).isEqualTo("tea 2/3");
        assertThat(second.text()).isEqualTo("Tapez votre adresse.");
        assertThat(talk.dialogue().context())
                .isEqualTo(
                        "Guide «\u202FPréparer le thé\u202F», étape 2 sur 3\u202F: Se connecter. Étapes faites\u202F: 1.");
        assertThat(step(talk.type("c'est fait"))).isEqualTo("tea 3/3");

        Reply end = talk.type("ok");
        assertThat(end.text())
                .isEqualTo("C’est terminé\u202F: vous êtes au bout de «\u202FPréparer le thé\u202F». Bravo\u202F!");
        assertThat(end.choices()).extracting(Choice::id).containsExactly("request:return", "guide:cups", "person");
        assertThat(labels(end))
                .containsExactly("Rendre l’ancien PC", "Guide\u202F: Laver les tasses", "Parler à une personne");
        assertThat(talk.dialogue()).isEqualTo(Dialogue.NEW);
        assertThat(talk.ignores("fait")).isTrue();
    }

    @Test
    void aStepThatBeginsSomethingShowsItAsAButton() {
        for (String twin : List.of("fr", "en")) {
            String file = twin.equals("fr") ? GuideFiles.TEA_FR : GuideFiles.TEA_EN;
            talk.files.save("guides/tea." + twin + ".md", file.replace("minutes=3", "minutes=3 start=request:return"));
        }
        talk.guides.refresh();
        Reply first = talk.start("guide:tea");
        assertThat(labels(first)).startsWith("C’est fait", "Rendre l’ancien PC", "Ça ne marche pas");
        assertThat(button(first, "Rendre l’ancien PC")).isEqualTo("request:return");
    }

    @Test
    void theSecondFailureOffersPeopleWithEverythingKnown() {
        talk.start("guide:tea");
        Reply aid = talk.type("ça marche pas");
        assertThat(aid.kind()).isEqualTo(MessageKind.STEP);
        assertThat(aid.text()).contains("**Pas de courant**\u202F: essayez une autre prise.");
        assertThat(labels(aid))
                .containsExactly(
                        "C’est réglé", "Toujours bloqué", "Lire l’article d’aide", "Arrêter", "Parler à une personne");
        assertThat(button(aid, "Lire l’article d’aide")).isEqualTo("article:kettle");
        assertThat(talk.dialogue().context())
                .endsWith("premiers secours proposés\u202F: Pas de courant, La bouilloire fuit.");

        Reply stuck = talk.click(button(aid, "Toujours bloqué"));
        assertThat(stuck.kind()).isEqualTo(MessageKind.NOTICE);
        assertThat(step(stuck)).isEqualTo("tea 1/3");
        assertThat(labels(stuck))
                .containsExactly(
                        "Ouvrir un ticket",
                        "Prendre rendez-vous",
                        "C’est réglé",
                        "Passer cette étape",
                        "Arrêter",
                        "Parler à une personne");
        Start ticket = Start.parse(button(stuck, "Ouvrir un ticket")).orElseThrow();
        String where = "Guide «\u202FPréparer le thé\u202F», étape 1 sur 3\u202F: Chauffer l’eau.";
        String tried = " Toujours bloqué après ces premiers secours\u202F: Pas de courant, La bouilloire fuit.";
        assertThat(ticket)
                .isEqualTo(Start.request("ticket", Map.of("description", where + tried, "context", where + tried)));
        assertThat(Start.parse(button(stuck, "Prendre rendez-vous")))
                .contains(Start.request("appointment", Map.of("reason", where, "context", where + tried)));

        Reply passed = talk.click(button(stuck, "Passer cette étape"));
        assertThat(step(passed)).isEqualTo("tea 2/3");
        assertThat(talk.dialogue().context()).endsWith("Étapes passées sans être faites\u202F: 1.");
    }

    @Test
    void signingInCannotBeSkipped() {
        talk.start("guide:tea?step=sign-in");
        talk.type("bloqué");
        Reply stuck = talk.type("toujours bloqué");
        assertThat(labels(stuck)).doesNotContain("Passer cette étape").contains("Parler à une personne");
        Reply refused = talk.type("passer cette étape");
        assertThat(step(refused)).isEqualTo("tea 2/3");
        assertThat(refused.text()).startsWith("Cette étape ne peut pas être passée");
    }

    @Test
    void anOldButtonShowsWhereThePersonIsAndSkipsNothing() {
        Reply first = talk.start("guide:tea");
        talk.click(button(first, "C’est fait"));

        for (String label : List.of("C’est fait", "Ça ne marche pas", "Expliquer")) {
            Reply again = talk.click(button(first, label));
            assertThat(step(again)).isEqualTo("tea 2/3");
            assertThat(again.text()).startsWith("Ce bouton est celui d’une autre étape. Vous en êtes ici.");
        }
        assertThat(talk.runs.unfinished(new PersonId("lea"))).singleElement().satisfies(run -> {
            assertThat(run.step()).isEqualTo("sign-in");
            assertThat(run.tries()).isZero();
        });
    }

    @Test
    void theSameFailureOnTwoDevicesCountsOnce() {
        Reply first = talk.start("guide:tea");
        Reply phone = talk.click(button(first, "Ça ne marche pas"));
        Reply tablet = talk.click(button(first, "Ça ne marche pas"));

        assertThat(tablet.text()).isEqualTo(phone.text());
        assertThat(labels(tablet)).contains("Toujours bloqué");
    }

    @Test
    void twoMessagesSentAtOnceDoNotSkipAStepNobodySaw() {
        talk.start("guide:tea");
        List<Reply> replies = talk.typeTwiceAtOnce("fait");

        assertThat(replies).extracting(GuideTalk::step).containsExactly("tea 2/3", "tea 2/3");
        assertThat(step(talk.type("ok"))).isEqualTo("tea 3/3");
    }

    @Test
    void anotherConversationTakesTheRunOverAtItsStep() {
        Reply first = talk.start("guide:tea");
        Reply second = talk.click(button(first, "C’est fait"));

        talk.conversation = "two";
        Reply resumed = talk.type("reprendre");
        assertThat(step(resumed)).isEqualTo("tea 2/3");
        assertThat(step(talk.type("fait"))).isEqualTo("tea 3/3");

        talk.conversation = "one";
        assertThat(step(talk.click(button(second, "C’est fait")))).isEqualTo("tea 3/3");
        talk.conversation = "two";
        Reply shown = talk.type("fait");
        assertThat(step(shown)).as("the step was last shown elsewhere").isEqualTo("tea 3/3");
        assertThat(shown.text()).startsWith("Vous en êtes ici.");
    }

    @Test
    void aQuestionInBetweenIsLeftToTheOthersAndTheWayBackIsOffered() {
        talk.start("guide:tea");
        talk.type("fait");
        assertThat(talk.ignores("quel est le mot de passe du wifi ?")).isTrue();
        assertThat(talk.comeBack()).singleElement().satisfies(back -> {
            assertThat(back.label()).isEqualTo("Reprendre\u202F: étape 2 sur 3");
            assertThat(step(talk.click(back.id()))).isEqualTo("tea 2/3");
        });
        assertThat(talk.ignores("merci, et le VPN ?")).isTrue();
        assertThat(step(talk.type("ok"))).as("“ok” to another answer").isEqualTo("tea 2/3");
        assertThat(talk.ignores("et Teams ?")).isTrue();
        assertThat(step(talk.type("suivant"))).isEqualTo("tea 3/3");
    }

    @Test
    void whatIsTypedIntoAFormOrToACardIsNotForTheGuide() {
        talk.start("guide:tea");
        talk.dialogue(talk.dialogue().filling(new Dialogue.Filling("ticket", Map.of())));
        assertThat(talk.ignores("ça marche pas")).isTrue();
        talk.dialogue(talk.dialogue().filling(null).proposal("r1"));
        assertThat(talk.ignores("c'est bon")).isTrue();
        assertThat(step(talk.type("où j'en suis ?"))).isEqualTo("tea 1/3");
    }

    @Test
    void stopsAndGoesOnLater() {
        Reply first = talk.start("guide:tea");
        talk.type("fait");
        Reply stopped = talk.type("plus tard");
        assertThat(stopped.text())
                .startsWith("Entendu, on s’arrête à l’étape 2 sur 3.")
                .contains("«\u202Freprendre\u202F»");
        assertThat(labels(stopped)).containsExactly("Reprendre\u202F: étape 2 sur 3", "Parler à une personne");
        assertThat(talk.dialogue().guide()).isNull();
        assertThat(talk.dialogue().context()).endsWith("La personne s’est arrêtée là.");
        assertThat(talk.comeBack()).isEmpty();
        assertThat(talk.ignores("ok")).isTrue();

        Reply offer = talk.start("guide:tea");
        assertThat(offer.kind()).isEqualTo(MessageKind.CLARIFICATION);
        assertThat(offer.text())
                .isEqualTo(
                        "Vous avez déjà commencé «\u202FPréparer le thé\u202F»\u202F: étape 2 sur 3, Se connecter. Voulez-vous continuer\u202F?");
        assertThat(labels(offer))
                .containsExactly(
                        "Reprendre\u202F: étape 2 sur 3", "Recommencer depuis le début", "Parler à une personne");
        assertThat(step(talk.click(button(offer, "Reprendre\u202F: étape 2 sur 3"))))
                .isEqualTo("tea 2/3");

        talk.type("stop");
        Reply anew = talk.click(button(offer, "Recommencer depuis le début"));
        assertThat(step(anew)).isEqualTo("tea 1/3");
        assertThat(talk.dialogue().context()).doesNotContain("faites");
        assertThat(step(talk.click(button(offer, "Recommencer depuis le début"))))
                .as("an old button restarts nothing")
                .isEqualTo("tea 1/3");
        assertThat(step(talk.click(button(first, "C’est fait")))).isEqualTo("tea 2/3");
    }

    @Test
    void aButtonOfTheCurrentStepWorksAfterStopping() {
        Reply first = talk.start("guide:tea");
        talk.type("stop");
        assertThat(step(talk.click(button(first, "C’est fait")))).isEqualTo("tea 2/3");
        assertThat(talk.dialogue().guide()).isNotNull();
    }

    @Test
    void anotherGuideSetsTheFirstAsideAndLeadsBackToIt() {
        talk.start("guide:tea");
        talk.type("fait");
        Reply cups = talk.start("guide:cups");
        assertThat(cups.text()).startsWith("Je garde votre place dans «\u202FPréparer le thé\u202F».");
        talk.type("fait");
        Reply end = talk.type("fait");
        assertThat(labels(end)).contains("Reprendre «\u202FPréparer le thé\u202F»\u202F: étape 2 sur 3");
        assertThat(step(talk.type("reprendre"))).isEqualTo("tea 2/3");
    }

    @Test
    void stoppingAnOldGuideDoesNotStopTheCurrentOne() {
        Reply tea = talk.start("guide:tea");
        talk.start("guide:cups");
        talk.click(button(tea, "Arrêter"));
        assertThat(talk.comeBack()).extracting(Choice::label).containsExactly("Reprendre\u202F: étape 1 sur 2");
    }

    @Test
    void changesLanguageInTheMiddle() {
        talk.start("guide:tea");
        talk.language = Language.EN;
        Reply second = talk.type("done");
        assertThat(second.text()).isEqualTo("Type your address.");
        assertThat(labels(second)).containsExactly("Done", "It does not work", "Explain", "Stop", "Talk to a person");
        assertThat(talk.dialogue().context()).isEqualTo("Guide \"Making tea\", step 2 of 3: Sign in. Steps done: 1.");
        talk.language = Language.FR;
        assertThat(talk.type("explique").text()).isEqualTo("Le thé est réservé.");
    }

    @Test
    void goesBackAndExplains() {
        talk.start("guide:tea");
        assertThat(talk.type("retour").text()).startsWith("C’est la première étape.");
        talk.type("fait");
        Reply back = talk.type("back");
        assertThat(step(back)).isEqualTo("tea 1/3");
        Reply why = talk.type("pourquoi ?");
        assertThat(why.text()).isEqualTo("L’eau froide ne fait pas de thé.");
        assertThat(why.choices()).extracting(Choice::style).contains(Choice.Style.HUMAN);
    }

    @Test
    void theLogTellsWhatHappened() {
        Reply first = talk.start("guide:tea");
        talk.type("pourquoi");
        talk.type("bloqué");
        talk.type("fait");
        GuideRun run = talk.runs.unfinished(new PersonId("lea")).getFirst();
        assertThat(talk.runs.log(run))
                .extracting(entry -> entry.step() + " " + entry.outcome().column())
                .containsExactly("water explained", "water failed", "water done");
        assertThat(button(first, "C’est fait")).isEqualTo("step:done?run=" + run.id() + "&at=water");
    }

    @Test
    void aStepTellsWhatIsRecordedAboutThisPersonAndOffersTheCorrection() {
        String wanted = "Type your address.\n\n{{lookup:my-equipment}}\n{{lookup:unknown}}";
        talk.files.save("guides/tea.en.md", GuideFiles.TEA_EN.replace("Type your address.", wanted));
        talk.guides.refresh();
        talk.language = Language.EN;
        talk.start("guide:tea");

        Reply step = talk.type("done");
        assertThat(step.text()).isEqualTo("Type your address.\n\nRecorded for lea: 5CG1234XYZ $1");
        assertThat(button(step, "Correct")).isEqualTo("request:ticket?category=other");
        assertThat(labels(step)).doesNotContain("Order").endsWith("Talk to a person");
    }

    @Test
    void somebodyElsesRunDoesNotExist() {
        Reply first = talk.start("guide:tea");
        talk.person = "max";
        talk.conversation = "his";
        Reply answer = talk.click(button(first, "C’est fait"));
        assertThat(answer.text()).startsWith("Ce guide n’est plus en cours.");
        assertThat(labels(answer)).containsExactly("Parler à une personne");
        assertThat(talk.ignores("reprendre")).isTrue();
    }

    @Test
    void aStepTheWriterRemovedLeadsToTheFirstOneNotDone() {
        talk.start("guide:tea");
        talk.type("fait");
        for (String language : List.of("fr", "en")) {
            String text = language.equals("fr") ? GuideFiles.TEA_FR : GuideFiles.TEA_EN;
            int from =
                    text.indexOf("## Se connecter") < 0 ? text.indexOf("## Sign in") : text.indexOf("## Se connecter");
            int to = text.indexOf("## Se") < 0 ? 0 : text.indexOf("## Serv");
            talk.files.save("guides/tea." + language + ".md", text.substring(0, from) + text.substring(to));
        }
        talk.guides.refresh();
        assertThat(talk.guides.faults()).isEmpty();
        assertThat(step(talk.type("où j'en suis"))).isEqualTo("tea 2/2");
    }

    @Test
    void anUnknownGuideIsNotBegun() {
        assertThat(Start.parse("guide:coffee")).isPresent();
        assertThatThrownBy(() -> talk.start("guide:coffee")).hasMessageContaining("got []");
    }
}
