package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mainforte.journey.Chat;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How the providers named in the README write the same stream, after their public documentation and their servers' sources: an
 * answer and a tool call are understood in each.
 */
class DialectTest extends ModelTestBase {
    @DynamicPropertySource
    static void patient(DynamicPropertyRegistry registry) {
        registry.add("mainforte.model.first-token", () -> "8s");
    }

    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";
    private static final String ANSWER = "Ouvrez les paramètres du réseau.";
    private static final String TOOL = "lookup-my-equipment";

    /** What stands before, around and after the pieces. {@code %s} is the piece, as a JSON string without its quotes. */
    private record Dialect(List<String> opening, String text, String textEnd, List<String> tool, List<String> end) {}

    private static final String DONE = "data: [DONE]\n\n";
    private static final String USAGE =
            "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":9,\"total_tokens\":18}}\n\n";

    private static String choice(String delta, String finish, String rest) {
        return "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
                + delta + ",\"logprobs\":null,\"finish_reason\":" + finish + "}]" + rest + "}\n\n";
    }

    private static String call(String fields, String finish) {
        return choice("{\"tool_calls\":[{" + fields + "}]}", finish, "");
    }

    private static final Map<String, Dialect> DIALECTS = dialects();

    private static Map<String, Dialect> dialects() {
        String text = choice("{\"content\":\"%s\"}", "null", "");
        Map<String, Dialect> all = new LinkedHashMap<>();
        List<String> pieces = List.of(
                call(
                        "\"index\":0,\"id\":\"call_a\",\"type\":\"function\",\"function\":{\"name\":\"" + TOOL
                                + "\",\"arguments\":\"\"}",
                        "null"),
                call("\"index\":0,\"function\":{\"arguments\":\"{\"}", "null"),
                call("\"index\":0,\"function\":{\"arguments\":\"}\"}", "null"),
                choice("{}", "\"tool_calls\"", ""));
        all.put(
                "OpenAI",
                new Dialect(
                        List.of(choice(
                                "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}",
                                "null",
                                ",\"usage\":null")),
                        text,
                        choice("{}", "\"stop\"", ",\"usage\":null"),
                        pieces,
                        List.of(USAGE, DONE)));
        all.put(
                "Azure OpenAI",
                new Dialect(
                        List.of(
                                "data: {\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":[{\"prompt_index\":0,"
                                        + "\"content_filter_results\":{\"hate\":{\"filtered\":false,\"severity\":\"safe\"}}}]}\n\n",
                                choice("{\"role\":\"assistant\",\"content\":null}", "null", "")),
                        "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null,"
                                + "\"content_filter_results\":{\"hate\":{\"filtered\":false,\"severity\":\"safe\"}}}]}\n\n",
                        choice("{}", "\"stop\"", ""),
                        pieces,
                        List.of(DONE)));
        all.put(
                "Mistral",
                new Dialect(
                        List.of(choice("{\"role\":\"assistant\",\"content\":\"\"}", "null", "")),
                        text,
                        choice(
                                "{\"content\":\"\"}",
                                "\"stop\"",
                                ",\"usage\":{\"prompt_tokens\":9,\"total_tokens\":18,\"completion_tokens\":9}"),
                        List.of(choice(
                                "{\"content\":\"\",\"tool_calls\":[{\"id\":\"D681PevKs\",\"function\":{\"name\":\""
                                        + TOOL + "\",\"arguments\":\"{}\"},\"index\":0}]}",
                                "\"tool_calls\"",
                                ",\"usage\":{\"prompt_tokens\":9,\"total_tokens\":18,\"completion_tokens\":9}")),
                        List.of(DONE)));
        all.put(
                "Ollama",
                new Dialect(
                        List.of(),
                        choice(
                                "{\"role\":\"assistant\",\"content\":\"%s\"}",
                                "null", ",\"system_fingerprint\":\"fp_ollama\""),
                        choice("{\"role\":\"assistant\",\"content\":\"\"}", "\"stop\"", ""),
                        List.of(
                                choice(
                                        "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"call_x\",\"index\":0,\"type\":\"function\",\"function\":{\"name\":\""
                                                + TOOL + "\",\"arguments\":\"{}\"}}]}",
                                        "null",
                                        ""),
                                choice("{\"role\":\"assistant\",\"content\":\"\"}", "\"tool_calls\"", "")),
                        List.of(DONE)));
        all.put(
                "Ollama that ends a tool call with stop",
                new Dialect(
                        List.of(),
                        text,
                        choice("{}", "\"stop\"", ""),
                        List.of(choice(
                                "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"call_x\",\"index\":0,\"type\":\"function\",\"function\":{\"name\":\""
                                        + TOOL + "\",\"arguments\":\"{}\"}}]}",
                                "\"stop\"",
                                "")),
                        List.of(DONE)));
        all.put(
                "vLLM",
                new Dialect(
                        List.of(
                                choice(
                                        "{\"role\":\"assistant\",\"content\":\"\",\"reasoning_content\":null}",
                                        "null",
                                        ",\"prompt_token_ids\":null"),
                                choice("{\"reasoning_content\":\"Je réfléchis.\"}", "null", ""),
                                choice("{\"reasoning\":\"Encore.\",\"content\":null}", "null", "")),
                        text,
                        choice("{\"content\":\"\"}", "\"stop\"", ",\"usage\":null"),
                        List.of(
                                call(
                                        "\"id\":\"chatcmpl-tool-1\",\"type\":\"function\",\"index\":0,\"function\":{\"name\":\""
                                                + TOOL + "\",\"arguments\":null}",
                                        "null"),
                                call(
                                        "\"id\":null,\"type\":null,\"index\":0,\"function\":{\"name\":null,\"arguments\":\"{}\"}",
                                        "null"),
                                choice("{\"content\":\"\",\"tool_calls\":[]}", "\"tool_calls\"", "")),
                        List.of(USAGE, DONE)));
        all.put(
                "a call without an index",
                new Dialect(
                        List.of(),
                        text,
                        choice("{}", "\"stop\"", ""),
                        List.of(
                                call(
                                        "\"id\":\"call_a\",\"type\":\"function\",\"function\":{\"name\":\"" + TOOL
                                                + "\",\"arguments\":\"{}\"}",
                                        "null"),
                                choice("{}", "\"tool_calls\"", "")),
                        List.of(DONE)));
        all.put(
                "a call with an empty id",
                new Dialect(
                        List.of(),
                        text,
                        choice("{}", "\"stop\"", ""),
                        List.of(
                                call(
                                        "\"index\":0,\"id\":\"\",\"type\":\"function\",\"function\":{\"name\":\"" + TOOL
                                                + "\",\"arguments\":\"{}\"}",
                                        "null"),
                                choice("{}", "\"tool_calls\"", "")),
                        List.of(DONE)));
        all.put(
                "Mistral that thinks",
                new Dialect(
                        List.of(choice(
                                "{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Hm.\"}]}]}",
                                "null",
                                "")),
                        choice("{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}", "null", ""),
                        choice("{\"content\":\"\"}", "\"stop\"", ""),
                        pieces,
                        List.of(DONE)));
        all.put(
                "two calls of the same index",
                new Dialect(
                        List.of(),
                        text,
                        choice("{}", "\"stop\"", ""),
                        List.of(
                                call(
                                        "\"id\":\"a\",\"type\":\"function\",\"index\":0,\"function\":{\"name\":\""
                                                + TOOL + "\",\"arguments\":\"\"}",
                                        "null"),
                                call(
                                        "\"id\":\"\",\"type\":\"function\",\"index\":0,\"function\":{\"arguments\":\"{}\"}",
                                        "null"),
                                call(
                                        "\"id\":\"b\",\"type\":\"function\",\"index\":0,\"function\":{\"name\":\"lookup-my-tickets\",\"arguments\":\"\"}",
                                        "null"),
                                call(
                                        "\"id\":\"\",\"type\":\"function\",\"index\":0,\"function\":{\"arguments\":\"{}\"}",
                                        "null"),
                                choice("{}", "\"tool_calls\"", "")),
                        List.of(DONE)));
        all.put(
                "comments, no blank after the colon, no [DONE]",
                new Dialect(
                        List.of(": PROCESSING\n\n"),
                        text.replace("data: ", "data:"),
                        choice("{}", "\"stop\"", ""),
                        pieces,
                        List.of(": end\n\n")));
        all.put(
                "lines that end with CR LF",
                new Dialect(
                        List.of(),
                        text.replace("\n", "\r\n"),
                        choice("{}", "\"stop\"", "").replace("\n", "\r\n"),
                        pieces.stream().map(one -> one.replace("\n", "\r\n")).toList(),
                        List.of(DONE.replace("\n", "\r\n"))));
        return all;
    }

    static Stream<String> named() {
        return DIALECTS.keySet().stream();
    }

    private static void says(Dialect dialect, ModelDouble.Pen pen) throws Exception {
        for (String line : dialect.opening()) {
            pen.raw(line);
        }
        for (String piece : (ANSWER + " [s1]").split("(?<=\\s)")) {
            pen.raw(dialect.text().replace("%s", piece));
        }
        pen.raw(dialect.textEnd());
        for (String line : dialect.end()) {
            pen.raw(line);
        }
    }

    private static void calls(Dialect dialect, ModelDouble.Pen pen) throws Exception {
        List<String> lines = new ArrayList<>(dialect.opening());
        lines.addAll(dialect.tool());
        lines.addAll(dialect.end());
        for (String line : lines) {
            pen.raw(line);
        }
    }

    @ParameterizedTest
    @MethodSource("named")
    void anAnswerIsRead(String name) {
        Dialect dialect = Objects.requireNonNull(DIALECTS.get(name));
        MODEL.does((asked, pen) -> says(dialect, pen));
        Chat chat = on("camille").opens("fr").says(QUESTION);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("answer");
        assertThat(chat.words()).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @MethodSource("named")
    void aToolCallIsRead(String name) {
        Dialect dialect = Objects.requireNonNull(DIALECTS.get(name));
        MODEL.does((asked, pen) -> {
            if (asked.lastRole().equals("tool")) {
                says(dialect, pen);
            } else {
                calls(dialect, pen);
            }
        });
        Chat chat = on("camille").opens("fr").says(QUESTION);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("answer");
        assertThat(chat.words()).isEqualTo(ANSWER);
        assertThat(MODEL.asked()).hasSize(2);
        List<String> called = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        MODEL.asked().getLast().messages().forEach(message -> {
            message.path("tool_calls")
                    .values()
                    .forEach(call -> called.add(call.path("id").asString("")));
            answered.add(message.path("tool_call_id").asString(""));
        });
        assertThat(called).isNotEmpty().doesNotContain("");
        assertThat(answered).containsAll(called);
    }
}
