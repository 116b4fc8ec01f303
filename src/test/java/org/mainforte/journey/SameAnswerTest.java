package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search answers to somebody whom its answer did not help; a model finds words of its own. */
class SameAnswerTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|mon ordi est mort et j'ai une visio dans 1h|il fait rien du tout quand j'appuie sur le bouton|j'ai essayé, ça marche toujours pas|même article",
                "oliver|en|my laptop is dead and I have a call in an hour|nothing happens at all when I press the power button|tried all that, still not working|same article"
            })
    void whoTellsMoreIsHelpedFurtherAndThenByPeople(
            String who, String language, String said, String more, String still, String same) {
        Chat chat = on(who).opens(language).says(said);
        String first = chat.words();
        chat.says(more);
        assertThat(chat.words()).as(chat.transcript()).contains(same).doesNotContain(first);
        chat.says(still);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("handover");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|mon pc est complètement mort ce matin|et si ça n'aide pas ?",
                "camille|fr|mon pc ne s'allume plus|je fais quoi si rien ne marche",
                "oliver|en|my laptop is totally dead|and what if that doesn't work?",
                "oliver|en|my laptop does not turn on|what do I do if none of this helps"
            })
    void whoAsksWhatIfItDoesNotHelpReadsWhatComesNextInTheArticle(
            String who, String language, String said, String whatIf) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(source(chat, "article")).as(chat.transcript()).isEqualTo("pc-wont-start");
        chat.says(whatIf);
        assertThat(source(chat, "article")).as(chat.transcript()).isEqualTo("pc-wont-start");
        assertThat(source(chat, "section")).as(chat.transcript()).isIn("Si cela ne marche pas", "If it does not work");
        assertThat(chat.words()).as(chat.transcript()).doesNotContain("Désolé", "sorry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|on m'a dit que je pouvais demander une personne ici",
                "oliver|en|they told me I could ask for a person here"
            })
    void isHeardByItsArticleToo(String who, String language, String said) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).contains("handover", "proposal");
    }

    private static String source(Chat chat, String of) {
        return chat.answered("answer").path("sources").path(0).path(of).asString();
    }
}
