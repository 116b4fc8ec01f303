package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.conversation.Conversations;
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

    @Autowired
    private Conversations conversations;

    /** An answer of several sentences, being written for the question after the last message. */
    private ConversationId begin(TeamsPerson camille) {
        camille.says("mon vpn marche pas depuis chez moi").reads("VPN");
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

    private void write(ConversationId id, String... pieces) throws InterruptedException {
        for (String piece : pieces) {
            streams.written(id, 98, piece, false);
            Thread.sleep(60);
        }
    }

    @Test
    void growsPieceByPieceAndEndsWithTheMessage() throws InterruptedException {
        TeamsPerson camille = teams("camille");
        ConversationId id = begin(camille);
        write(
                id,
                "Ouvrez ",
                "le ",
                "client ",
                "VPN, ",
                "voir [le ",
                "guide](/kb/fr/vpn), ",
                "puis ",
                "<b> ",
                "cliquez ",
                "sur ",
                "Se ");
        Thread.sleep(500);
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
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(info(pieces.get(i)).path("streamSequence").asInt()).isEqualTo(i + 1);
            assertThat(pieces.get(i).path("text").asString()).doesNotContain("<");
        }
        assertThat(pieces.getLast().path("text").asString()).contains("cliquez sur");
        assertThat(TEAMS.breaches).isEmpty();
    }

    @Test
    void whatDoesNotStandIsTakenBack() throws InterruptedException {
        TeamsPerson camille = teams("camille");
        ConversationId id = begin(camille);
        write(id, "Tout autre ", "chose est ", "dit ici ");
        Thread.sleep(500);
        Envelope.Sealed sealed = sealed(chats.find(camille.chat()).orElseThrow(), item(camille, id, "Je ne sais pas."));
        assertThat(sealed.stream()).isNull();
        assertThat(TEAMS.received.stream().filter(one -> one.method().equals("DELETE")))
                .hasSize(1);
    }

    @Test
    void nothingMoreIsWrittenAfterThePersonPressedStop() throws InterruptedException {
        TeamsPerson camille = teams("camille");
        ConversationId id = begin(camille);
        write(id, "Ouvrez le ", "client ");
        Received first = TEAMS.until(
                "a stream",
                fake -> fake.received.stream()
                        .filter(one -> !one.activity().path("entities").isEmpty())
                        .findFirst()
                        .orElse(null));
        TEAMS.closedStreams.add(java.util.Objects.requireNonNull(first.id()));
        write(id, "VPN ", "et ", "puis ", "encore ");
        Thread.sleep(600);
        int before = TEAMS.calls.get();
        write(id, "plus ", "rien ");
        Thread.sleep(500);
        assertThat(TEAMS.calls.get()).isEqualTo(before);
        assertThat(envelope.seal(chats.find(camille.chat()).orElseThrow(), item(camille, id, "Ouvrez le client VPN")))
                .isNull();
    }

    @Test
    void tooFastIsTriedAgainWithTheSameNumber() throws InterruptedException {
        TeamsPerson camille = teams("camille");
        ConversationId id = begin(camille);
        java.util.concurrent.atomic.AtomicInteger refused = new java.util.concurrent.atomic.AtomicInteger();
        TEAMS.fault = (method, chat, activity) ->
                activity.path("entities").path(0).path("streamSequence").asInt(0) == 2 && refused.getAndIncrement() < 2
                        ? 429
                        : 0;
        write(id, "Ouvrez le ", "client ", "VPN ", "et ", "puis ", "encore ");
        TEAMS.until("a second piece", fake -> pieces(camille).size() >= 2 ? true : null);
        assertThat(refused.get()).isGreaterThanOrEqualTo(2);
        assertThat(TEAMS.breaches).isEmpty();
        assertThat(conversations.find(id)).isNotNull();
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
