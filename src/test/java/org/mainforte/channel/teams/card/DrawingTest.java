package org.mainforte.channel.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.catalogue.FieldType;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Source;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DrawingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ConversationId ID = new ConversationId("3f6f1d0e-0000-4000-8000-000000000000");
    private static final Drawing DRAWING =
            new Drawing(new Addresses("https://aide.example.fr/", "127.0.0.1", "8080"), JSON);

    /** Markup, links, mentions and marks that could mean something to a client. */
    private static final String HOSTILE = "<script>alert(1)</script> <at>Everyone</at> [click](https://evil.example/)"
            + " ![x](https://evil.example/x.png) **bold** `code` {{DATE(2026-11-23T09:00:00Z, SHORT)}} ${x} \u202Etxt \uD83D\uDE31 </TextRun> \"'\\";

    /** A message of each kind with everything it may carry, filled with the same text everywhere. */
    static Message message(MessageKind kind, Language language, String text) {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-23T09:00:00+01:00");
        List<Source> sources = kind == MessageKind.ANSWER
                ? List.of(
                        new Source("vpn", text, text, "/kb/fr/vpn#connect"),
                        new Source("wifi", text, text, "/kb/fr/wifi"))
                : List.of();
        List<Choice> choices = new ArrayList<>();
        if (kind == MessageKind.PROPOSAL) {
            choices.add(Choice.primary("confirm:1", text));
            choices.add(Choice.plain("decline:1", text));
        } else {
            for (int i = 0; i < 8; i++) {
                choices.add(Choice.plain("choice:" + i, text));
            }
        }
        choices.add(Choice.person(language));
        List<Row> rows = List.of(new Row(text, text), new Row(text, text));
        return new Message(
                7,
                "id",
                at,
                new Message.Author(Message.Kind.ASSISTANT, text),
                kind,
                language,
                text,
                sources,
                choices,
                kind == MessageKind.FORM ? form(text) : null,
                kind == MessageKind.STEP ? new Card.Step("pc-setup", 3, 12, text, 4) : null,
                kind == MessageKind.PROPOSAL ? new Card.Proposal("ticket", rows, at.plusMinutes(5)) : null,
                kind == MessageKind.RECEIPT ? new Card.Receipt("ticket", text, "/tickets/T-1", rows) : null,
                null);
    }

    private static Card.Form form(String text) {
        List<Option> options = List.of(new Option("a", text), new Option("b", text));
        List<Card.Field> fields = new ArrayList<>();
        for (FieldType type : FieldType.values()) {
            fields.add(new Card.Field(
                    type.written(),
                    text,
                    type,
                    type.closed() ? options : List.of(),
                    true,
                    text,
                    fields.isEmpty() ? text : null));
        }
        return new Card.Form("form:1", fields);
    }

    static Stream<Message> everyKind() {
        return Stream.of(MessageKind.values())
                .flatMap(kind -> Stream.of(Language.values()).map(language -> message(kind, language, "Une phrase.")));
    }

    static Stream<Message> everyKindHostile() {
        return Stream.of(MessageKind.values())
                .flatMap(kind -> Stream.of(
                                HOSTILE,
                                HOSTILE + "é".repeat(30_000),
                                "\uD83D\uDE31".repeat(15_000),
                                "\"\\\n".repeat(9_000))
                        .map(text -> message(kind, Language.FR, text)));
    }

    @ParameterizedTest
    @MethodSource({"everyKind", "everyKindHostile"})
    void isValidAndFits(Message message) {
        for (String activity : drawn(message)) {
            assertThat(activity.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(28 * 1024);
            JsonNode card = JSON.readTree(activity).path("attachments").path(0).path("content");
            assertThat(CardRules.faults(card)).as(card.toString()).isEmpty();
        }
        JsonNode inPlace = JSON.readTree(DRAWING.card(ID, message, null));
        assertThat(CardRules.faults(inPlace)).as(inPlace.toString()).isEmpty();
    }

    private static List<String> drawn(Message message) {
        return List.of(
                DRAWING.activity(ID, message, Drawing.Way.WHOLE),
                DRAWING.activity(ID, message, Drawing.Way.END_OF_STREAM),
                DRAWING.pressed(ID, message, "Oui"));
    }

    @ParameterizedTest
    @MethodSource("everyKindHostile")
    void hostileTextStaysText(Message message) {
        for (String written : drawn(message)) {
            JsonNode activity = JSON.readTree(written);
            assertThat(activity.path("text").asString("")).doesNotContain("<at>", "<script>", "](https://evil");
            List<String> all = new ArrayList<>();
            texts(activity.path("attachments").path(0).path("content"), "", all);
            assertThat(all.stream().filter(text -> text.startsWith("TextBlock ")))
                    .allSatisfy(text -> assertThat(text).doesNotContain("](https://evil", "!["));
            assertThat(all.stream().filter(text -> text.startsWith("url ")))
                    .allMatch(url -> url.startsWith("url https://aide.example.fr/"));
            assertThat(activity.path("entities")
                            .valueStream()
                            .map(entity -> entity.path("type").asString("")))
                    .doesNotContain("mention");
            assertThat(activity.toString()).doesNotContain("msteams", "\u202E");
        }
    }

    private static void texts(JsonNode node, String type, List<String> all) {
        String own = node.path("type").asString(type);
        for (var entry : node.properties()) {
            if (entry.getKey().equals("text") || entry.getKey().equals("url")) {
                all.add((entry.getKey().equals("url") ? "url" : own) + " "
                        + entry.getValue().asString(""));
            }
            texts(entry.getValue(), own, all);
        }
        if (node.isArray()) {
            node.forEach(child -> texts(child, type, all));
        }
    }

    @Test
    void anAnswerCitesEachSourceOnce() {
        Message answer = message(MessageKind.ANSWER, Language.FR, "Ouvrez le client VPN [1]. Puis [7] cliquez.");
        JsonNode activity = JSON.readTree(DRAWING.activity(ID, answer, Drawing.Way.WHOLE));
        assertThat(activity.path("text").asString()).isEqualTo("Ouvrez le client VPN [1]. Puis  cliquez. [2]");
        JsonNode label = activity.path("entities").path(0);
        assertThat(label.path("additionalType").path(0).asString()).isEqualTo("AIGeneratedContent");
        assertThat(label.path("citation")
                        .valueStream()
                        .map(one -> one.path("position").asInt()))
                .containsExactly(1, 2);
        assertThat(label.path("citation").path(0).path("appearance").path("url").asString())
                .isEqualTo("https://aide.example.fr/kb/fr/vpn#connect");
        assertThat(activity.path("channelData")
                        .path("feedbackLoop")
                        .path("type")
                        .asString())
                .isEqualTo("default");
        assertThat(activity.path("channelData").has("feedbackLoopEnabled")).isFalse();
    }

    @Test
    void aCitationStandsBelowAList() {
        Message answer = message(MessageKind.ANSWER, Language.FR, "Faites :\n\n1. ceci\n2. cela");
        JsonNode activity = JSON.readTree(DRAWING.activity(ID, answer, Drawing.Way.WHOLE));
        assertThat(activity.path("text").asString()).isEqualTo("Faites :\n\n1. ceci\n2. cela\n\n[1][2]");
    }

    @Test
    void aSourceThatTheTextDoesNotNameHasNoNumber() {
        Message said = withSources(
                message(MessageKind.TEXT, Language.FR, "Vos tickets :"),
                List.of(new Source("t", "Mes tickets", "Ce qu'il faut faire", "/kb/fr/t")));
        JsonNode card = JSON.readTree(DRAWING.card(ID, said, null));
        assertThat(card.findValuesAsString("text")).contains("Mes tickets · Ce qu'il faut faire");
    }

    @Test
    void noMoreSourcesAreCitedThanAClientTakes() {
        Message answer = message(MessageKind.ANSWER, Language.FR, "Voici [12].");
        List<Source> many = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> new Source("t" + i, "Article " + i, "Partie", "/kb/fr/t" + i))
                .toList();
        JsonNode activity = JSON.readTree(DRAWING.activity(ID, withSources(answer, many), Drawing.Way.WHOLE));
        assertThat(activity.path("entities").path(0).path("citation")).hasSize(10);
        assertThat(activity.path("text").asString()).contains("[10]").doesNotContain("[11]", "[12]");
    }

    private static Message withSources(Message message, List<Source> sources) {
        return new Message(
                message.seq(),
                message.id(),
                message.at(),
                message.author(),
                message.kind(),
                message.language(),
                message.text(),
                sources,
                message.choices(),
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void whatWasFilledInStandsOnTheCard() {
        Message form = message(MessageKind.FORM, Language.FR, "Quel créneau vous convient ?");
        JsonNode card = JSON.readTree(DRAWING.card(ID, form, "Créneau : mardi\nMotif : écran cassé"));
        assertThat(card.findValuesAsString("text")).contains("✓ Créneau : mardi", "✓ Motif : écran cassé");
        assertThat(card.toString()).doesNotContain("Input.");
    }

    private static Message asking(List<Card.Field> fields, List<Choice> choices) {
        Message form = message(MessageKind.FORM, Language.FR, "Quel créneau vous convient ?");
        return new Message(
                form.seq(),
                form.id(),
                form.at(),
                form.author(),
                form.kind(),
                form.language(),
                form.text(),
                List.of(),
                choices,
                new Card.Form("form:1", fields),
                null,
                null,
                null,
                null);
    }

    @Test
    void aQuestionWhoseOptionsAreButtonsIsAnsweredByOneTap() {
        List<Option> options = List.of(new Option("a", "mardi à 10 h"), new Option("b", "mardi à 11 h"));
        Card.Field slot = new Card.Field("slot", "Créneau", FieldType.SLOT, options, true, null, null);
        List<Choice> choices = List.of(
                Choice.plain("option:a", "mardi à 10 h"),
                Choice.plain("option:b", "mardi à 11 h"),
                Choice.person(Language.FR));
        JsonNode card = JSON.readTree(DRAWING.card(ID, asking(List.of(slot), choices), null));
        assertThat(card.toString()).doesNotContain("Input.", "Envoyer");
        assertThat(card.findValuesAsString("title")).contains("mardi à 10 h", "mardi à 11 h");
        Card.Field reason = new Card.Field("reason", "Motif", FieldType.TEXT, List.of(), true, null, null);
        JsonNode two = JSON.readTree(DRAWING.card(ID, asking(List.of(slot, reason), choices), null));
        List<String> titles = new ArrayList<>();
        buttons(two, titles);
        assertThat(titles)
                .as("what an input offers is no button as well")
                .containsExactly("Envoyer", "Parler à une personne");
        assertThat(two.toString()).contains("Input.ChoiceSet", "Input.Text");
    }

    @Test
    void paragraphsAreBlocksAndAListStaysWhole() {
        Message said = message(MessageKind.NOTICE, Language.FR, "Bonjour.\n\nFaites :\n\n1. ceci\n\n2. cela\n\nVoilà.");
        JsonNode card = JSON.readTree(DRAWING.card(ID, said, null));
        assertThat(card.path("body")
                        .valueStream()
                        .filter(one -> one.path("type").asString("").equals("TextBlock"))
                        .map(one -> one.path("text").asString()))
                .containsExactly("Bonjour.", "Faites :\n\n1. ceci\n\n2. cela", "Voilà.");
    }

    @Test
    void anAgentIsNoMachine() {
        Message said = message(MessageKind.TEXT, Language.EN, "I am looking at it.\nTell me:\n1. this\n2. that");
        Message agent = new Message(
                said.seq(),
                said.id(),
                said.at(),
                new Message.Author(Message.Kind.AGENT, "Agathe Morel"),
                said.kind(),
                said.language(),
                said.text(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
        JsonNode activity = JSON.readTree(DRAWING.activity(ID, agent, Drawing.Way.WHOLE));
        assertThat(activity.has("entities")).isFalse();
        assertThat(activity.toString()).contains("Agathe Morel (a person from support)");
        assertThat(activity.findValuesAsString("text")).contains("I am looking at it.", "Tell me:\n1. this\n2. that");
    }

    @Test
    void afterAClickOnlyTheWayToAPersonIsLeft() {
        Message proposal = message(MessageKind.PROPOSAL, Language.EN, "Here is the ticket.");
        JsonNode card = JSON.readTree(DRAWING.card(ID, proposal, "Yes, confirm"));
        List<String> titles = new ArrayList<>();
        buttons(card, titles);
        assertThat(titles).containsExactly("Talk to a person");
        assertThat(card.toString()).contains("✓ Yes, confirm");
    }

    private static void buttons(JsonNode node, List<String> titles) {
        if (node.path("type").asString("").equals("Action.Execute")) {
            titles.add(node.path("title").asString());
        }
        node.forEach(child -> buttons(child, titles));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"conversation\":\"c\",\"seq\":1}",
                "{\"conversation\":\"c\",\"seq\":\"1\",\"choice\":\"x\"}",
                "{\"conversation\":\"c\",\"seq\":1,\"choice\":\"x\",\"form\":\"y\"}",
                "{\"seq\":1,\"choice\":\"x\"}",
                "[]"
            })
    void whatNoCardOfOursSendsIsNoClick(String data) {
        assertThat(Press.read(JSON.readTree(data))).isEmpty();
    }
}
