package org.mainforte.advisor.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;
import org.mainforte.masking.Masking;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tool calls of one turn. Reads at once; what would begin something is only noted, to be begun when the turn is concluded. */
final class ToolRun {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Fault> HARMLESS_IN_A_FORM = Set.of(Fault.LANGUAGE, Fault.PROMISE);
    private static final int MOST_WRONG = 1;
    /** In all rounds of a turn together: one answer of the model may hold any number of calls. */
    private static final int MOST_CALLS = 24;


    private final CatalogueTools tools;
    private final Retrieval retrieval;
    private final Turn turn;
    private final Evidence evidence;
    private final Masking masking;
    private final SentenceCheck check;
    private final ModelMetrics metrics;
    private final Map<List<Object>, String> memory = new HashMap<>();
    private final List<Start> begun = new ArrayList<>();
    private boolean person;
    private @Nullable Verdict verdict;
    private int wrong;
    private int calls;

    ToolRun(
            CatalogueTools tools,
            Retrieval retrieval,
            Turn turn,
            Evidence evidence,
            Masking masking,
            SentenceCheck check,
            ModelMetrics metrics) {
        this.tools = tools;
        this.retrieval = retrieval;
        this.turn = turn;
        this.evidence = evidence;
        this.masking = masking;
        this.check = check;
        this.metrics = metrics;
    }

    List<Start> begun() {
        return begun;
    }

    boolean person() {
        return person;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    /** Whether there is nothing to go on about: something is to be begun, or the model has judged. */
    boolean settled() {
        return person || !begun.isEmpty() || verdict != null;
    }

    /**
     * Does one call; the same again, however it is written, is answered from memory.
     *
     * @return what the model is told
     * @throws ModelFailure when the model calls wrongly again after it was told so, or does not stop calling
     */
    String call(ToolExecutionRequest request) {
        String arguments = request.arguments() == null || request.arguments().isBlank() ? "{}" : request.arguments();
        String tool = request.name() == null ? "" : request.name();
        calls++;
        if (calls > MOST_CALLS) {
            throw new ModelFailure(ModelFailure.Kind.ENDLESS_TOOLS);
        }
        Optional<Map<String, String>> given = read(arguments);
        List<Object> key = List.of(tool, given.isPresent() ? given.get() : arguments);
        String before = memory.get(key);
        if (before != null) {
            return before;
        }
        String told = done(tool, given);
        memory.put(key, told);
        return told;
    }

    private String done(String tool, Optional<Map<String, String>> arguments) {
        boolean known =
                tools.in(turn.language()).stream().anyMatch(one -> one.name().equals(tool));
        if (!known) {
            return wrong("model.wrong.tool");
        }
        metrics.tool(tool);
        return arguments.flatMap(given -> run(tool, given)).orElseGet(() -> wrong("model.wrong.arguments"));
    }

    private String wrong(String key) {
        wrong++;
        if (wrong > MOST_WRONG) {
            throw new ModelFailure(ModelFailure.Kind.WRONG_TOOL);
        }
        return Texts.get(turn.language(), key);
    }

    /** @return empty when the arguments do not fit */
    private Optional<String> run(String tool, Map<String, String> given) {
        Optional<Lookup> lookup = tools.lookup(tool);
        if (lookup.isPresent()) {
            return lookedUp(lookup.get(), given);
        }
        Optional<RequestKind<?>> kind = tools.kind(tool);
        if (kind.isPresent()) {
            return drafted(kind.get(), given);
        }
        return switch (tool) {
            case CatalogueTools.SEARCH -> only("query", given).map(this::searched);
            case CatalogueTools.START_GUIDE ->
                only("guide", given)
                        .filter(guide -> evidence.guides().contains(guide))
                        .map(guide -> {
                            begun.add(new Start("guide", guide, Map.of()));
                            return "ok";
                        });
            case CatalogueTools.PERSON -> {
                person = given.isEmpty();
                yield given.isEmpty() ? Optional.of("ok") : Optional.empty();
            }
            case CatalogueTools.VERDICT ->
                only("kind", given).flatMap(Verdict::given).map(one -> {
                    verdict = one;
                    return "ok";
                });
            default -> Optional.empty();
        };
    }

    private static Optional<String> only(String name, Map<String, String> given) {
        return given.keySet().equals(Set.of(name)) ? Optional.ofNullable(given.get(name)) : Optional.empty();
    }

    private Optional<String> lookedUp(Lookup lookup, Map<String, String> given) {
        String reference = given.get("reference");
        boolean fits = given.isEmpty()
                || (given.size() == 1 && reference != null && reference.matches("[A-Za-z]{1,4}-\\d{1,10}"));
        if (!fits) {
            return Optional.empty();
        }
        return Optional.of(fact(lookup.answer(turn.employee(), turn.language(), turn.now(), given)));
    }

    /** Puts down what a lookup answered. @return it, as the model may read it */
    String fact(Lookup.Answer answer) {
        return "[" + evidence.add(answer) + "] " + masking.masked(answer.text());
    }

    private String searched(String query) {
        Set<String> before = Set.copyOf(evidence.sections().keySet());
        retrieval.gather(masking.restored(query).orElse(query), turn, evidence);
        String found = evidence.written(id -> !before.contains(id), masking);
        return found.isEmpty() ? Texts.get(turn.language(), "model.wrong.nothing") : found;
    }

    /** Notes what the person may have wanted; values that are not provably theirs or ours are left out, and asked of them. */
    private <F extends Record> Optional<String> drafted(RequestKind<F> kind, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> names = Arrays.stream(kind.form().getRecordComponents())
                .filter(component -> CatalogueTools.parameter(component).isPresent())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        if (!names.containsAll(given.keySet())) {
            return Optional.empty();
        }
        for (var component : kind.form().getRecordComponents()) {
            String value = given.get(component.getName());
            if (value == null || value.isBlank()) {
                continue;
            }
            if (component.getType().isEnum()) {
                if (!CatalogueTools.constants(component.getType()).contains(value)) {
                    return Optional.empty();
                }
                values.put(component.getName(), value);
            } else {
                int most =
                        CatalogueTools.parameter(component).map(Ask::maxLength).orElse(0);
                fit(value, most).ifPresent(fit -> values.put(component.getName(), fit));
            }
        }
        begun.add(Start.request(kind.id(), values));
        return Optional.of("ok");
    }

    private Optional<String> fit(String value, int most) {
        return value.length() > most
                        || check.fault(value, "")
                                .filter(fault -> !HARMLESS_IN_A_FORM.contains(fault))
                                .isPresent()
                ? Optional.empty()
                : masking.restored(value);
    }

    /** An object of plain values; anything else is malformed. */
    private static Optional<Map<String, String>> read(String raw) {
        try {
            JsonNode tree = JSON.readTree(raw);
            if (!tree.isObject()) {
                return Optional.empty();
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : tree.properties()) {
                if (entry.getValue().isNull()) {
                    continue;
                }
                if (!entry.getValue().isValueNode()) {
                    return Optional.empty();
                }
                values.put(entry.getKey(), entry.getValue().asString());
            }
            return Optional.of(values);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
