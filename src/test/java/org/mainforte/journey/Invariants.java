package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What holds for every answer of the assistant, whatever was said; checked on every turn of every journey. */
final class Invariants {
    private static final Set<String> KINDS = Set.of(
            "text",
            "answer",
            "clarification",
            "unknown",
            "out-of-scope",
            "step",
            "form",
            "proposal",
            "receipt",
            "handover",
            "notice");

    /** Words that only one of the two languages has, and that hardly a sentence of it does without. */
    private static final Set<String> FRENCH = Set.of(
            ("le la les des du est sont vous votre vos je ne pas une dans pour qui que sur avec au aux et ou ce cette il"
                            + " elle nous mon ma mes plus puis si")
                    .split(" "));

    private static final Set<String> ENGLISH = Set.of(
            ("the is are you your this that with not for and have has what which when will it its of to my we our be do"
                            + " does if from")
                    .split(" "));

    /** Left as typed: code, link targets, addresses. */
    private static final Pattern AS_TYPED = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|https?://\\S+");

    private static final Pattern NAMES = Pattern.compile("\\*\\*[^*]*\\*\\*|[«“\"][^»”\"]*[»”\"]|\\[[^\\]]*\\]");
    private static final Pattern STRAIGHT = Pattern.compile("\\p{L}'\\p{L}");
    private static final Pattern PLAIN_SPACE = Pattern.compile(" [;:!?](?=\\s|$)");

    private static final Set<String> READABLE = ConcurrentHashMap.newKeySet();

    private final Mainforte mainforte;
    private final String said;

    /** @param said the whole exchange, for the failure's message */
    Invariants(Mainforte mainforte, String said) {
        this.mainforte = mainforte;
        this.said = said;
    }

    void check(List<JsonNode> turn) {
        List<JsonNode> assistant = turn.stream()
                .filter(message ->
                        message.path("author").path("kind").asString().equals("assistant"))
                .toList();
        assistant.forEach(this::checkMessage);
        if (!assistant.isEmpty()) {
            assertThat(styles(assistant.getLast()))
                    .as("a person is one click away in\n%s", said)
                    .contains("human");
        }
    }

    private void checkMessage(JsonNode message) {
        String kind = message.path("kind").asString();
        assertThat(KINDS).as(said).contains(kind);
        assertThat(message.path("text").asString()).as(said).isNotBlank();
        switch (kind) {
            case "answer" -> checkSources(message);
            case "proposal" -> checkProposal(message);
            case "form" ->
                assertThat(message.path("form").path("fields")).as(said).isNotEmpty();
            case "step" ->
                assertThat(message.path("step").path("of").asInt()).as(said).isPositive();
            case "receipt" ->
                assertThat(message.path("receipt").path("reference").asString())
                        .as(said)
                        .isNotBlank();
            default -> {}
        }
        checkLanguage(message);
    }

    private void checkSources(JsonNode message) {
        assertThat(message.path("sources")).as("sources in\n%s", said).isNotEmpty();
        for (JsonNode source : message.path("sources")) {
            String page = source.path("url").asString().replaceAll("#.*", "");
            if (READABLE.add(page)) {
                Mainforte.Answer answer = mainforte.send("GET", page, null, null, null, "fr");
                assertThat(answer.status())
                        .as("the source %s of\n%s", page, said)
                        .isEqualTo(200);
            }
        }
    }

    private void checkProposal(JsonNode message) {
        assertThat(message.path("proposal").path("summary")).as(said).isNotEmpty();
        assertThat(message.path("proposal").path("expires").asString()).as(said).isNotBlank();
        assertThat(styles(message).stream().filter("primary"::equals))
                .as("one confirm in\n%s", said)
                .hasSize(1);
        assertThat(styles(message).stream().filter("plain"::equals))
                .as("one decline in\n%s", said)
                .hasSize(1);
    }

    private static List<String> styles(JsonNode message) {
        return Chat.list(message.path("choices")).stream()
                .map(choice -> choice.path("style").asString())
                .toList();
    }

    private void checkLanguage(JsonNode message) {
        boolean french = message.path("language").asString().equals("fr");
        Stream<String> labels = Stream.concat(
                        Chat.list(message.path("choices")).stream(),
                        Chat.list(message.path("form").path("fields")).stream())
                .map(one -> one.path("label").asString());
        String text = message.path("text").asString();
        Stream.concat(Stream.of(text), labels).forEach(one -> {
            String prose = AS_TYPED.matcher(one).replaceAll("");
            if (french) {
                assertThat(STRAIGHT.matcher(prose).find())
                        .as("a straight apostrophe in “%s” of\n%s", prose, said)
                        .isFalse();
                assertThat(PLAIN_SPACE.matcher(prose).find())
                        .as("a plain space before a mark in “%s” of\n%s", prose, said)
                        .isFalse();
            }
            if (prose.startsWith("Cette page n’existe qu’en anglais.")
                    || prose.startsWith("This page exists only in French.")) {
                return;
            }
            checkSentences(prose, french ? FRENCH : ENGLISH, french ? ENGLISH : FRENCH);
        });
    }

    private void checkSentences(String prose, Set<String> own, Set<String> other) {
        for (String sentence : NAMES.matcher(prose).replaceAll(" ").split("[.!?:\\n]+")) {
            List<String> words = Arrays.asList(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
            long foreign = words.stream().filter(other::contains).count();
            long familiar = words.stream().filter(own::contains).count();
            assertThat(foreign >= 2 && foreign > familiar)
                    .as("a sentence of the other language, “%s”, in\n%s", sentence, said)
                    .isFalse();
        }
    }
}
