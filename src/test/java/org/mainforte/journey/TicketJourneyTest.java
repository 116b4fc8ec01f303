package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** S7: solved here, or a real ticket with everything already in it. */
class TicketJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|mon vpn marche pas depuis chez moi|vpn-problem|ca marche maintenant merci|Avec plaisir",
                "oliver|en|my vpn won't connect from home|vpn|it works now thanks|You are welcome",
                "ines|fr|jai oublié mon mdp|password|merci beaucoup|Avec plaisir",
                "ines|en|I forgot my password again|password|thank you so much|You are welcome"
            })
    void isSolvedHere(String who, String language, String said, String article, String thanks, String welcome) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .as(chat.transcript())
                .startsWith(article);
        assertThat(chat.says(thanks).words()).contains(welcome);
        assertThat(person.traces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|mon vpn marche pas depuis chez moi|ca marche toujours pas|toujours pas|Ouvrir un ticket|Je ne peux pas travailler|oui|où en est mon ticket ?|ouvert",
                "oliver|en|my vpn won't connect from home|still doesn't work|no luck|Open a ticket|I cannot work|yes|what about my ticket?|open"
            })
    void whatIsNotSolvedBecomesATicketThatHoldsEverything(
            String who,
            String language,
            String said,
            String again,
            String still,
            String open,
            String urgency,
            String yes,
            String where,
            String state) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).says(again).says(still);
        assertThat(chat.buttons()).as(chat.transcript()).contains(open);
        chat.presses(open).presses(urgency);
        assertThat(chat.row("proposal", "Description")).isEqualTo(said);
        assertThat(person.tickets()).isEmpty();
        String reference = chat.says(yes)
                .answered("receipt")
                .path("receipt")
                .path("reference")
                .asString();
        JsonNode ticket = person.get("/api/tickets/" + reference).json();
        assertThat(ticket.path("title").asString()).isEqualTo(said);
        assertThat(ticket.path("urgency").asString()).isEqualTo("urgent");
        assertThat(ticket.path("category").asString()).isEqualTo("network");
        assertThat(ticket.path("site").asString()).isEqualTo("strasbourg");
        assertThat(ticket.path("conversation").asString()).isEqualTo(chat.id());
        assertThat(chat.says(where).words()).contains(reference, said, state);
    }

    @Test
    void oneReferenceIsAnsweredAlone() {
        mainforte.world("""
                {"tickets":[{"reference":"T-100007","person":"camille","subject":"Imprimante en panne","state":"open"},
                            {"reference":"T-100008","person":"camille","subject":"Teams muet","state":"waiting"}]}""");
        Chat chat = on("camille").opens("fr").says("où en est le ticket T-100008 ?");
        assertThat(chat.words()).contains("T-100008", "Teams muet").doesNotContain("T-100007");
        chat.says("ou en est mon ticket t-999999 ?");
        assertThat(chat.words()).contains("Je ne trouve pas ce ticket").doesNotContain("T-100007", "T-100008");
        Chat english = on("camille").opens("en").says("what's the status of ticket T-999999?");
        assertThat(english.words()).contains("I cannot find this ticket among yours");
    }

    @Test
    void whatWasSaidOnceIsNotAskedAgain() {
        Person oliver = on("oliver");
        Chat chat = oliver.opens("en").says("please open a ticket, Teams crashes at every call and I cannot work");
        assertThat(chat.row("proposal", "Urgency")).isEqualTo("I cannot work");
        assertThat(chat.row("proposal", "Description")).contains("Teams crashes at every call");
    }
}
