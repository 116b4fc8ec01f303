package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.kernel.ConversationId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Answers written live: numbered, cumulative, not too fast, ended by the message itself. */
class StreamTest extends TeamsTestBase {
    @Autowired
    private Streams streams;

    @Autowired
    private Envelope envelope;

    @Autowired
    private Chats chats;

    /** An answer of several sentences, being written for the question after the last message. */
    private ConversationId begin(TeamsPerson camille) {
        camille.says("mon vpn marche pas depuis chez moi").reads("VPN");
        calm();
        String id = web("camille")
                .get("/api/conversations")
                .json()
                .path(0)
                .path("id")
                .asString();
        TEAMS.received.clear();
        return new ConversationId(id);
    }

    private Envelope.Sealed sealed(Chat chat, Outbox.Item item) {
        return Objects.requireNonNull(envelope.seal(chat, item), "Nothing was to be sent");
    }

    private Outbox.Item item(TeamsPerson camille, ConversationId id, String text) {
        return new Outbox.Item(
                1,
                camille.chat(),
                id,
                99,
                false,
                "{\"type\":\"message\",\"text\":\"" + text
                        + "\",\"entities\":[{\"type\":\"https://schema.org/Message\"}]}",
                0,
                false,
                null);
    }

    private void write(ConversationId id, String... pieces) {
        for (String piece : pieces) {
            streams.written(id, 98, piece, false);
        }
    }

    /** Waits until these words have been shown live. */
    private static Received shown(TeamsPerson camille, String words) {
        return TEAMS.until(
                "“" + words + "” live",
                fake -> fake.received.stream()
                        .filter(one -> one.chat().equals(camille.chat())
                                && one.streamInfo()
                                        .path("streamType")
                                        .asString("")
                                        .equals("streaming")
                                && one.activity().path("text").asString().contains(words))
                        .findFirst()
                        .orElse(null));
    }

    @Test
    void growsPieceByPieceAndEndsWithTheMessage() {
        TeamsPerson camille = teams("camille");
        ConversationId id = begin(camille);
        write(id, "Ouvrez ", "le ", "client ");
        shown(camille, "Ouvrez le client");
        write(id, "VPN, ", "voir [le ");
        shown(camille, "VPN, voir");
        write(id, "guide](/kb/fr/vpn), ", "puis ", "<b> ");
        shown(camille, "[le guide](");
        write(id, "cliquez ", "sur ", "Se ");
        shown(camille, "cliquez sur");
        Chat chat = chats.find(camille.chat()).orElseThrow();
        Envelope.Sealed sealed = sealed(
                chat,
                item(
                        camille,
                        id,
                        "Ouvrez le client VPN, voir [le guide](http://127.0.0.1:0/kb/fr/vpn), puis &lt;b> cliquez sur Se connecter. [1]"));
        JsonNode end = FakeTeams.JSON.readTree(sealed.body());
        assertThat(end.path("entities").path(0).path("streamType").asString()).isEqualTo("final");
        assertThat(end.path("entities").path(0).has("streamSequence")).isFalse();
        assertThat(end.path("entities").path(0).path("streamId").asString()).isEqualTo(sealed.stream());
        List<JsonNode> pieces = pieces(camille);
        assertThat(pieces.size()).isGreaterThan(3);
        assertThat(info(pieces.getFirst()).path("streamType").asString()).isEqualTo("informative");
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(info(pieces.get(i)).path("streamSequence").asInt()).isEqualTo(i + 1);
            assertThat(pieces.get(i).path("text").asString()).doesNotContain("<");
        }
    }

    @Test
    void whatDoesNotStandIsTakenBack() {
        TeamsPerson camille = teams("camille");
        ConversationId id = begin(camille);
        write(id, "Tout autre ", "chose est ", "dit ici ");
        shown(camille, "Tout autre chose");
        Envelope.Sealed sealed = sealed(chats.find(camille.chat()).orElseThrow(), item(camille, id, "Je ne sais pas."));
        assertThat(sealed.stream()).isNull();
        assertThat(TEAMS.received.stream().filter(one -> one.method().equals("DELETE")))
                .hasSize(1);
    }

    @Test
    void tooFastIsTriedAgainWithTheSameNumber() {
        TeamsPerson camille = teams("camille");
        ConversationId id = begin(camille);
        AtomicInteger refused = new AtomicInteger();
        TEAMS.fault = (method, chat, activity) ->
                activity.path("entities").path(0).path("streamSequence").asInt(0) == 2 && refused.getAndIncrement() < 2
                        ? 429
                        : 0;
        write(id, "Ouvrez le ", "client ", "VPN ", "et ", "puis ", "encore ");
        shown(camille, "encore");
        assertThat(refused.get()).isGreaterThan(2);
    }

    private static JsonNode info(JsonNode piece) {
        return piece.path("entities").path(0);
    }

    private static List<JsonNode> pieces(TeamsPerson camille) {
        return TEAMS.received.stream()
                .filter(one -> one.chat().equals(camille.chat()) && one.is("typing"))
                .map(Received::activity)
                .filter(activity -> !activity.path("entities").isEmpty())
                .toList();
    }
}
