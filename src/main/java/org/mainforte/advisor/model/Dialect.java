package org.mainforte.advisor.model;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What providers that call themselves compatible write differently, brought into the one shape that the library reads. One serves one
 * stream. Seen in their issues: tool calls without an index (ollama/ollama#7881), several calls that all have the index 0
 * (InternLM/lmdeploy#3412 shows vLLM and SGLang), no or an empty id (vllm-project/vllm#18412), Mistral's content as a list of
 * typed parts, of which only the text is for the person.
 */
final class Dialect {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<Integer, Integer> byIndex = new HashMap<>();
    private int begun;

    /** The data of an event. Text that has none of the signs, and what is no JSON, is passed on as it is. */
    String read(String data) {
        if (!data.contains("\"tool_calls\"") && !data.contains("\"content\":[") && !data.contains("\"content\": [")) {
            return data;
        }
        try {
            JsonNode tree = JSON.readTree(data);
            for (JsonNode choice : tree.path("choices").values()) {
                if (choice.path("delta") instanceof ObjectNode delta) {
                    plain(delta);
                    delta.path("tool_calls").values().forEach(this::numbered);
                }
            }
            return JSON.writeValueAsString(tree);
        } catch (JacksonException malformed) {
            return data;
        }
    }

    private static void plain(ObjectNode delta) {
        if (delta.path("content").isArray()) {
            delta.put(
                    "content",
                    delta.path("content")
                            .valueStream()
                            .filter(part -> part.path("type").asString("").equals("text"))
                            .map(part -> part.path("text").asString(""))
                            .collect(Collectors.joining()));
        }
    }

    private void numbered(JsonNode written) {
        if (!(written instanceof ObjectNode call)) {
            return;
        }
        String id = call.path("id").asString("");
        boolean named = !call.path("function").path("name").asString("").isEmpty();
        int given = call.path("index").asInt(-1);
        boolean begins = named && (id.isEmpty() || !byId.containsKey(id));
        int number = begins ? begun++ : byId.getOrDefault(id, byIndex.getOrDefault(given, Math.max(0, begun - 1)));
        if (begins) {
            String known = id.isEmpty() ? "call_" + number : id;
            byId.put(known, number);
            call.put("id", known);
        } else {
            call.remove("id");
        }
        byIndex.put(given, number);
        call.put("index", number);
        if (call.path("function") instanceof ObjectNode function
                && function.path("arguments").isNull()) {
            function.put("arguments", "");
        }
    }

    /** The body of a request. Mistral refuses what it does not document, and counts tokens without being asked to. */
    static String sent(String body, String host) {
        return host.endsWith("mistral.ai") ? body.replaceFirst(",?\\s*\"stream_options\"\\s*:\\s*\\{[^}]*}", "") : body;
    }
}
