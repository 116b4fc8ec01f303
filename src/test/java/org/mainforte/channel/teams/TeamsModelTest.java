package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.model.ModelDouble;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A model writes and Teams shows it live: by the rules of streams, ended with label and sources, stopped when the person stops it. */
@DirtiesContext
class TeamsModelTest extends TeamsTestBase {
    private static final ModelDouble MODEL = new ModelDouble();
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) {
        ownDatabase(registry, "teams-model");
        registry.add("mainforte.model.base-url", MODEL::baseUrl);
        registry.add("mainforte.model.name", () -> "double");
    }

    private static void writesAtLength() {
        MODEL.does((asked, pen) -> {
            for (int i = 0; i < 40; i++) {
                pen.says("Ouvrez le client et choisissez la ligne " + i + ". [s1] ")
                        .waits(100);
            }
            pen.done();
        });
    }

    private static List<Received> pieces(TeamsPerson person) {
        return TEAMS.received.stream()
                .filter(one ->
                        one.chat().equals(person.chat()) && !one.streamInfo().isMissingNode())
                .toList();
    }

    private static Received live(TeamsPerson person) {
        return TEAMS.until(
                "a piece of the answer",
                fake -> pieces(person).stream()
                        .filter(one ->
                                one.streamInfo().path("streamType").asString("").equals("streaming"))
                        .findFirst()
                        .orElse(null));
    }

    @Test
    void anAnswerGrowsAndEndsWithLabelSourcesAndThumbs() {
        MODEL.does((asked, pen) -> pen.says("Ouvrez le client VPN. [s1] ")
                .waits(600)
                .says("Choisissez votre réseau. [s1] ")
                .waits(600)
                .says("Cliquez sur Se connecter. [s1]")
                .done());
        TeamsPerson camille = teams("camille");
        camille.says(QUESTION);
        Received end = TEAMS.until(
                "the end",
                fake -> pieces(camille).stream()
                        .filter(one -> one.is("message"))
                        .findFirst()
                        .orElse(null));
        List<Received> all = pieces(camille);
        assertThat(all.getFirst().streamInfo().path("streamType").asString()).isEqualTo("informative");
        assertThat(all.size()).isGreaterThan(2);
        assertThat(end.activity().path("text").asString())
                .startsWith(all.get(all.size() - 2).activity().path("text").asString())
                .contains("Cliquez sur Se connecter", "[1]");
        assertThat(end.activity().path("entities").toString()).contains("AIGeneratedContent", "\"position\":1");
        assertThat(end.activity()
                        .path("channelData")
                        .path("feedbackLoop")
                        .path("type")
                        .asString())
                .isEqualTo("default");
        calm();
        assertThat(camille.all().stream().filter(one -> one.words().contains("Choisissez votre réseau")))
                .hasSize(1);
    }

    @Test
    void whoStopsTheAnswerStopsTheModelAndGetsNoMoreOfIt() {
        writesAtLength();
        TeamsPerson camille = teams("camille");
        camille.says(QUESTION);
        Received first = live(camille);
        TEAMS.closedStreams.put(String.valueOf(first.id()), FakeTeams.STOPPED);
        TEAMS.until("the model is told to stop", fake -> MODEL.streaming() == 0 ? true : null);
        camille.says("merci beaucoup").reads("Avec plaisir");
        calm();
        assertThat(TEAMS.refusals).as("no call after the refusal").hasValue(1);
        assertThat(camille.all().stream().filter(one -> one.words().contains("choisissez la ligne")))
                .isEmpty();
    }

    @Test
    void afterTheTimeIsOverTheWholeComesAsAMessageOfItsOwn() {
        writesAtLength();
        TeamsPerson camille = teams("camille");
        camille.says(QUESTION);
        Received first = live(camille);
        TEAMS.closedStreams.put(String.valueOf(first.id()), FakeTeams.TOO_LONG);
        Received whole = camille.reads("choisissez la ligne 39");
        assertThat(whole.streamInfo().isMissingNode()).isTrue();
        assertThat(TEAMS.refusals).as("no call after the refusal").hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 400, 403})
    void whereNothingIsStreamedTheAnswerComesWhole(int status) {
        MODEL.does((asked, pen) -> pen.says("Ouvrez le client VPN. [s1] Cliquez sur Se connecter. [s1]")
                .done());
        TEAMS.fault =
                (method, chat, activity) -> activity.path("entities").toString().contains("streaminfo") ? status : 0;
        TeamsPerson camille = teams("camille");
        camille.says(QUESTION);
        camille.reads("Cliquez sur Se connecter");
        calm();
        assertThat(camille.all().stream().filter(one -> one.words().contains("Ouvrez le client VPN")))
                .hasSize(1);
    }
}
