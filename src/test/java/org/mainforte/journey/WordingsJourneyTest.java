package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What was asked in vain is answered as soon as a manager has said which article answers it. */
@DirtiesContext
class WordingsJourneyTest extends JourneyTestBase {
    private static final String PATH = "/api/knowledge/wordings";
    private static final Path BASE = KnowledgeCopy.fresh().resolve("knowledge-base");

    @DynamicPropertySource
    static void base(DynamicPropertyRegistry registry) {
        registry.add("mainforte.knowledge-base", BASE::toString);
    }

    @Test
    void askedInVainThenAddedThenAnswered() throws IOException {
        String asked = "mon zorglub du hangar reste tout mauve";
        Chat vain = on("thomas").opens("fr").says(asked);
        assertThat(vain.kinds()).as(vain.transcript()).containsAnyOf("unknown", "out-of-scope");
        on("camille").opens("fr").says("zorglub hangar mauve, c'est Camille Roth, 06 12 34 56 78");
        JsonNode group = unanswered().path("groups").path(0);
        assertThat(Chat.list(unanswered().path("articles")))
                .anySatisfy(article ->
                        assertThat(article.path("title").asString()).isEqualTo("Batterie gonflée, surchauffe, fumée"));
        Files.delete(file("blue-screen.fr.txt"));

        Mainforte.Answer added = add("blue-screen", "fr", examples(group));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(Files.readString(file("blue-screen.fr.txt")).lines())
                .containsExactlyInAnyOrder(asked, "zorglub hangar mauve, c'est");
        assertThat(unanswered().path("groups")).isEmpty();

        Chat again = on("oliver").opens("fr").says(asked);
        assertThat(again.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .as(again.transcript())
                .isEqualTo("blue-screen");
    }

    @Test
    void anAnswerThatDidNotHelpIsSettledToo() {
        Person thomas = on("thomas");
        Chat chat = thomas.opens("en").says("how do I connect to the vpn from the flurbomat");
        int seq = chat.answered("answer").path("seq").asInt();
        thomas.post("/api/conversations/" + chat.id() + "/feedback", Map.of("seq", seq, "helpful", false));
        assertThat(unanswered().path("groups")).hasSize(1);
        add("vpn-problem", "en", examples(unanswered().path("groups").path(0)));
        assertThat(unanswered().path("groups")).isEmpty();
    }

    @Test
    void whatStandsThereStaysAndNothingStandsTwice() throws IOException {
        Path file = file("account-locked.fr.txt");
        Files.writeString(file, "# au téléphone\nmon compte est mauve");
        Mainforte.Answer added = add(
                "account-locked",
                "fr",
                List.of(
                        "Mon compte est mauve !!",
                        "##compte mauve [nom] pour {NAME_1}",
                        "compte, mauve pour",
                        "comment lancer le VPN ?",
                        "[téléphone]",
                        "compte tout\u0007 mauve\u200b"));
        assertThat(Files.readString(file))
                .isEqualTo("# au téléphone\nmon compte est mauve\ncompte mauve pour\ncompte tout mauve\n");
        assertThat(added.json().path("left")).hasSize(4);
        assertProblem(add("account-locked", "fr", List.of("Compte mauve, pour")), 409, "wordings-known");
        assertThat(unfinished()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "no-such-topic",
        "''",
        "../articles/vpn-connect",
        "..%2f..%2fetc%2fpasswd",
        "/etc/passwd",
        "vpn-connect.fr",
        "<b>vpn-connect</b>"
    })
    void anArticleThatIsNotThereIsRefused(String article) throws IOException {
        List<String> before = files();
        assertProblem(add(article, "fr", List.of("zorglub")), 404, "wordings-article");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsNoWordingIsRefusedAsAWhole() throws IOException {
        String before = Files.readString(file("vpn-connect.fr.txt"));
        assertProblem(add("vpn-connect", "fr", List.of("flurb", "a\nb: c")), 422, "wordings-line");
        assertProblem(add("vpn-connect", "fr", List.of("flurb", "a\u2028b")), 422, "wordings-line");
        assertProblem(add("vpn-connect", "fr", List.of("flurb", "x".repeat(301))), 413, "text-too-long");
        assertProblem(add("vpn-connect", "fr", List.of("x".repeat(3_000_000))), 413, "too-large");
        assertProblem(add("vpn-connect", "fr", List.of()), 422, "wordings-count");
        assertProblem(
                add(
                        "vpn-connect",
                        "fr",
                        IntStream.range(0, 51).mapToObj(n -> "flurb " + n).toList()),
                422,
                "wordings-count");
        assertProblem(add("vpn-connect", "fr", List.of("[nom]", "###", "\ud800")), 409, "wordings-known");
        assertProblem(on("paul").post(PATH, Map.of()), 422, "wordings-count");
        assertThat(on("paul").post(PATH, Map.of("wordings", "flurb")).status()).isEqualTo(400);
        assertThat(Files.readString(file("vpn-connect.fr.txt"))).isEqualTo(before);
    }

    @Test
    void markupIsTextLikeAnyOther() throws IOException {
        String hostile = "<img src=x onerror=alert(1)> ../../zorglub --- id: vpn";
        assertThat(add("wifi-problem", "en", List.of(hostile)).status()).isEqualTo(200);
        assertThat(Files.readString(file("wifi-problem.en.txt"))).endsWith("\n" + hostile + "\n");
        assertThat(mainforte
                        .send("GET", "/kb/en/wifi-problem", null, null, null, "en")
                        .text())
                .doesNotContain("onerror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thomas", "agathe", "julie"})
    void forAnybodyButAManagerThereIsNoSuchThing(String who) {
        Map<String, Object> body = Map.of("article", "vpn-connect", "language", "fr", "wordings", List.of("flurb"));
        assertProblem(on(who).post(PATH, body), 404, "not-found");
        assertProblem(mainforte.send("POST", PATH, body, null, null, "fr"), 401, "not-signed-in");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndLosesNothing() throws IOException {
        on("thomas").opens("fr").says("mon grobiflu du grenier couine");
        Path wordings = BASE.resolve("wordings");
        Path aside = BASE.resolve("aside");
        Files.move(wordings, aside);
        Files.writeString(wordings, "not a folder");
        try {
            Mainforte.Answer refused = add("wifi-problem", "fr", List.of("mon grobiflu du grenier couine"));
            assertProblem(refused, 503, "wordings-not-saved");
            assertThat(refused.json().path("detail").asString())
                    .startsWith("Rien n’a été ajouté\u202f: la base de connaissances ne peut pas être modifiée");
            assertThat(unanswered().path("groups")).hasSize(1);
        } finally {
            Files.delete(wordings);
            Files.move(aside, wordings);
        }
        assertThat(add("wifi-problem", "fr", List.of("mon grobiflu du grenier couine"))
                        .status())
                .isEqualTo(200);
        assertThat(unanswered().path("groups")).isEmpty();
    }

    private Mainforte.Answer add(String article, String language, List<String> wordings) {
        return on("paul").post(PATH, Map.of("article", article, "language", language, "wordings", wordings));
    }

    private JsonNode unanswered() {
        return on("paul").get("/api/knowledge/unanswered?days=366").json();
    }

    private static List<String> examples(JsonNode group) {
        return Chat.list(group.path("examples")).stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Path file(String name) {
        return BASE.resolve("wordings").resolve(name);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(BASE)) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    private static List<String> unfinished() throws IOException {
        return files().stream().filter(file -> file.endsWith(".part")).toList();
    }
}
