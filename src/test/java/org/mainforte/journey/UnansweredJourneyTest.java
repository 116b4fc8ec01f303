package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.markdown.Document;
import tools.jackson.databind.JsonNode;

/** What was asked in vain reaches those who write, and nobody else; nobody is in it. */
class UnansweredJourneyTest extends JourneyTestBase {
    private static final String PATH = "/api/knowledge/unanswered";

    @Test
    void whatNobodyCouldAnswerIsGroupedAndMasked() {
        Chat first = on("thomas").opens("fr").says("comment marche le zorglub du hangar ?");
        assertThat(first.kinds()).as(first.transcript()).containsAnyOf("unknown", "out-of-scope");
        on("camille").opens("fr").says("zorglub hangar bloqué, c'est Camille Roth, 06 12 34 56 78");
        on("oliver").opens("en").says("the flurbomat does not flurb");

        List<JsonNode> groups = groups();
        assertThat(groups)
                .extracting(group -> group.path("language").asString() + " "
                        + group.path("count").asInt())
                .containsExactly("fr 2", "en 1");
        JsonNode zorglub = groups.getFirst();
        assertThat(zorglub.path("unknown").asInt() + zorglub.path("outOfScope").asInt())
                .isEqualTo(2);
        assertThat(Chat.list(zorglub.path("examples")))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder(
                        "comment marche le zorglub du hangar ?", "zorglub hangar bloqué, c'est [nom], [téléphone]");
        assertThat(zorglub.toString()).doesNotContain("Camille", "Roth", "56 78", "thomas");
    }

    @Test
    void aDraftIsAnArticleThatOnlyLacksItsText() {
        on("thomas").opens("fr").says("comment marche le zorglub du hangar ?");
        List<JsonNode> drafts = Chat.list(groups().getFirst().path("drafts"));
        assertThat(drafts)
                .extracting(draft -> draft.path("file").asString())
                .containsExactly("marche-zorglub-hangar.fr.md", "marche-zorglub-hangar.en.md");
        for (JsonNode draft : drafts) {
            String file = draft.path("file").asString();
            Document document = Document.parse(draft.path("text").asString(), file);
            assertThat(document.faults()).isEmpty();
            assertThat(document.text("id")).hasValue("marche-zorglub-hangar");
            assertThat(document.text("summary")).isEmpty();
            assertThat(document.sections())
                    .extracting(section -> section.anchor())
                    .containsExactly("what-you-see", "what-to-do", "if-it-does-not-work", "call-a-person");
            assertThat(document.texts("questions"))
                    .isEqualTo(file.endsWith(".fr.md") ? List.of("comment marche le zorglub du hangar ?") : List.of());
        }
        assertThat(drafts.getFirst().path("text").asString())
                .contains("title: \"Comment marche le zorglub du hangar\"", "## Ce que vous voyez {#what-you-see}");
    }

    @Test
    void anAnswerThatDidNotHelpCountsUntilTheConversationIsErased() {
        Person thomas = on("thomas");
        Chat chat = thomas.opens("fr").says("comment lancer le vpn");
        int seq = chat.answered("answer").path("seq").asInt();
        feedback(thomas, chat, seq, true);
        assertThat(groups()).isEmpty();
        feedback(thomas, chat, seq, false);
        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.path("notHelpful").asInt()).isEqualTo(1);
            assertThat(group.path("examples").path(0).asString()).isEqualTo("comment lancer le vpn");
        });
        assertThat(thomas.send("DELETE", "/api/conversations/" + chat.id(), null)
                        .status())
                .isBetween(200, 204);
        assertThat(groups()).isEmpty();
    }

    @Test
    void wordsOfDistressAreNobodysMaterial() {
        Person thomas = on("thomas");
        Chat chat = thomas.opens("fr").says("je craque, j'en peux plus");
        chat.answer()
                .forEach(message -> feedback(thomas, chat, message.path("seq").asInt(), false));
        assertThat(groups()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thomas", "agathe", "julie"})
    void forAnybodyButAManagerThereIsNoSuchThing(String who) {
        assertProblem(on(who).get(PATH), 404, "not-found");
    }

    @Test
    void withoutATokenNobodyIsTold() {
        assertProblem(mainforte.send("GET", PATH, null, null, null, "fr"), 401, "not-signed-in");
    }

    @ParameterizedTest
    @CsvSource({"0,422", "367,422", "x,400"})
    void anImpossibleTimeIsRefused(String days, int status) {
        assertThat(on("paul").get(PATH + "?days=" + days).status()).isEqualTo(status);
    }

    private void feedback(Person person, Chat chat, int seq, boolean helpful) {
        Mainforte.Answer noted =
                person.post("/api/conversations/" + chat.id() + "/feedback", Map.of("seq", seq, "helpful", helpful));
        assertThat(noted.status()).as(noted.text()).isEqualTo(204);
    }

    private List<JsonNode> groups() {
        // conversations are stored at the demo's time or at the real one: both lie within a year of this
        Mainforte.Answer answer = on("paul").get(PATH + "?days=366");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Chat.list(answer.json().path("groups"));
    }
}
