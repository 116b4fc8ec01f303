package org.mainforte.advisor.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mainforte.catalogue.Ask;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.FieldType;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/**
 * The catalogue as tools of a model. A lookup answers, a request kind only prepares, nothing confirms, and no tool has a parameter
 * that says whom it is for: that is the person who asks. What depends on the person (a slot, a device, an address) is no
 * parameter either; the form asks it.
 */
@Component
class CatalogueTools {
    static final String LOOKUP = "lookup-";
    static final String REQUEST = "request-";
    static final String START_GUIDE = "start-guide";
    static final String SEARCH = "search-knowledge";
    static final String PERSON = "ask-for-a-person";
    static final String VERDICT = "verdict";

    private static final List<String> NARROWED = List.of("my-tickets", "my-appointments", "my-requests");

    private final Catalogue catalogue;
    private final Map<Language, List<ToolSpecification>> all = new EnumMap<>(Language.class);

    CatalogueTools(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Language language : Language.values()) {
            all.put(language, specifications(language));
        }
    }

    List<ToolSpecification> in(Language language) {
        return all.getOrDefault(language, List.of());
    }

    Optional<Lookup> lookup(String tool) {
        return tool.startsWith(LOOKUP) ? catalogue.lookup(tool.substring(LOOKUP.length())) : Optional.empty();
    }

    Optional<RequestKind<?>> kind(String tool) {
        return tool.startsWith(REQUEST) ? catalogue.kind(tool.substring(REQUEST.length())) : Optional.empty();
    }

    private List<ToolSpecification> specifications(Language language) {
        List<ToolSpecification> tools = new ArrayList<>();
        for (Lookup lookup : catalogue.lookups()) {
            tools.add(lookup(lookup, language));
        }
        for (RequestKind<?> kind : catalogue.kinds()) {
            tools.add(request(kind, language));
        }
        tools.add(tool(
                START_GUIDE,
                language,
                parameters().addStringProperty("guide", text(language, "guide")).required("guide")));
        tools.add(tool(
                SEARCH,
                language,
                parameters().addStringProperty("query", text(language, "query")).required("query")));
        tools.add(tool(PERSON, language, parameters()));
        tools.add(tool(
                VERDICT,
                language,
                parameters()
                        .addEnumProperty(
                                "kind",
                                List.of(Verdict.CLARIFICATION.tag(), Verdict.UNKNOWN.tag(), Verdict.OUT_OF_SCOPE.tag()))
                        .required("kind")));
        return List.copyOf(tools);
    }

    private static JsonObjectSchema.Builder parameters() {
        return JsonObjectSchema.builder().additionalProperties(false);
    }

    private static ToolSpecification tool(String name, Language language, JsonObjectSchema.Builder parameters) {
        return ToolSpecification.builder()
                .name(name)
                .description(text(language, name))
                .parameters(parameters.build())
                .build();
    }

    private static String text(Language language, String name) {
        return Texts.get(language, "model.tool." + name);
    }

    private static ToolSpecification lookup(Lookup lookup, Language language) {
        JsonObjectSchema.Builder parameters = parameters();
        if (NARROWED.contains(lookup.id())) {
            parameters.addStringProperty("reference", text(language, "reference"));
        }
        String name = new Start("lookup", lookup.id(), Map.of()).name(language);
        return ToolSpecification.builder()
                .name(LOOKUP + lookup.id())
                .description(Texts.get(language, "model.tool.lookup", name))
                .parameters(parameters.build())
                .build();
    }

    private static ToolSpecification request(RequestKind<?> kind, Language language) {
        JsonObjectSchema.Builder parameters = parameters();
        for (RecordComponent component : kind.form().getRecordComponents()) {
            parameter(component).ifPresent(ask -> {
                String question = Texts.get(language, ask.value());
                if (component.getType().isEnum()) {
                    parameters.addEnumProperty(component.getName(), constants(component.getType()), question);
                } else {
                    parameters.addStringProperty(component.getName(), question);
                }
            });
        }
        return ToolSpecification.builder()
                .name(REQUEST + kind.id())
                .description(Texts.get(
                        language,
                        "model.tool.request",
                        Start.request(kind.id(), Map.of()).name(language)))
                .parameters(parameters.build())
                .build();
    }

    /** How a field is asked for, when a model may fill it. */
    static Optional<Ask> parameter(RecordComponent component) {
        Ask ask = component.getAnnotation(Ask.class);
        boolean open = ask != null
                && (component.getType().isEnum()
                        || (ask.type() == FieldType.TEXT
                                && !List.of("context", "ticket", "phone").contains(component.getName())));
        return open ? Optional.of(ask) : Optional.empty();
    }

    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
