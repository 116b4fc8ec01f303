package org.mainforte.channel.teams.card;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Microsoft's own packages find wrong: the reference renderer of Adaptive Cards as a host of version 1.5, and the published
 * schema of the app's manifest. They run in one Node process, which ends with this one.
 */
public final class OfficialRules {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Object ONE_AT_A_TIME = new Object();
    private static @Nullable Writer question;
    private static @Nullable BufferedReader answer;

    private OfficialRules() {}

    /** What does not parse, what the renderer drops, does not know, or only knows of a later version. */
    public static List<String> card(JsonNode card) {
        return faults("card", card);
    }

    /** @param document the manifest or a localization of it, by the schema that it names */
    public static List<String> manifest(JsonNode document) {
        return faults("manifest", document);
    }

    private static List<String> faults(String kind, JsonNode json) {
        synchronized (ONE_AT_A_TIME) {
            try {
                if (question == null || answer == null) {
                    Process node = new ProcessBuilder("node", "src/test/teams/official.mjs")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
                    question = node.outputWriter(StandardCharsets.UTF_8);
                    answer = node.inputReader(StandardCharsets.UTF_8);
                }
                question.write(JSON.writeValueAsString(Map.of("kind", kind, "json", json)) + "\n");
                question.flush();
                String line = answer.readLine();
                if (line == null) {
                    throw new IOException("Node stopped: run sh widget/build.sh, and see above");
                }
                return JSON.readTree(line).valueStream().map(JsonNode::asString).toList();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
