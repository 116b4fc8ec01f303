package org.mainforte.advisor.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Summary;
import org.mainforte.conversation.SummaryWriter;
import org.mainforte.kernel.Language;
import org.mainforte.masking.Masking;
import org.mainforte.masking.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the model phrase what rules have gathered, for the agent. What it writes is checked line by line; in doubt the rules' stands. */
@Component
class ModelSummaries implements SummaryWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ModelSummaries.class);
    private static final int MOST_MESSAGES = 40;
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_LINE = 300;
    private static final int CHARACTERS_A_TOKEN = 3;
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|!?\\[[^]]*]\\(|https?:|www\\.|\\p{Cf}");
    private static final Map<Language, String> RULES = new EnumMap<>(
            Map.of(Language.FR, ShortCall.prompt("summary_fr"), Language.EN, ShortCall.prompt("summary_en")));

    private final ShortCall shortCall;
    private final ModelSwitch onOff;
    private final ModelBreaker breaker;
    private final ModelBudget budget;
    private final ModelMetrics metrics;

    ModelSummaries(
            ShortCall shortCall, ModelSwitch onOff, ModelBreaker breaker, ModelBudget budget, ModelMetrics metrics) {
        this.shortCall = shortCall;
        this.onOff = onOff;
        this.breaker = breaker;
        this.budget = budget;
        this.metrics = metrics;
    }

    @Override
    public Optional<Summary> write(Summary byRules, List<Message> messages) {
        if (!onOff.on() || breaker.open() || !budget.allows() || messages.size() < 2) {
            return Optional.empty();
        }
        var masking = new Masking(Names.of(names(messages)), null);
        String transcript = messages.subList(Math.max(0, messages.size() - MOST_MESSAGES), messages.size()).stream()
                .map(message -> message.author().kind().written() + ": " + shortened(message.text()))
                .map(masking::masked)
                .collect(Collectors.joining("\n"));
        try {
            String written = shortCall.say(Objects.requireNonNull(RULES.get(byRules.language())), transcript);
            budget.spend((transcript.length() + written.length()) / CHARACTERS_A_TOKEN + 1);
            return parsed(written, masking, messages, byRules.language());
        } catch (ModelFailure failure) {
            LOG.warn("The model let a summary down: {}", failure.kind().tag());
            metrics.fallback("summary-" + failure.kind().tag());
            return Optional.empty();
        }
    }

    private static List<String> names(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.author().kind() == Message.Kind.EMPLOYEE)
                .map(message -> message.author().name())
                .distinct()
                .toList();
    }

    private static String shortened(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() > LONGEST_MESSAGE ? flat.substring(0, LONGEST_MESSAGE) + "…" : flat;
    }

    /** Lines of another form, with markup or with a number that was not said, are left out; without any there is no summary. */
    private static Optional<Summary> parsed(
            String written, Masking masking, List<Message> messages, Language language) {
        Map<String, List<String>> parts = new java.util.HashMap<>();
        String everything = messages.stream()
                .map(message -> message.text() + " "
                        + (message.receipt() == null ? "" : message.receipt().reference()))
                .collect(Collectors.joining("\n"));
        for (String line : written.lines().toList()) {
            int colon = line.indexOf(':');
            String part = colon < 0
                    ? ""
                    : line.substring(0, colon).replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
            Optional<String> told =
                    masking.restored(colon < 0 ? "" : line.substring(colon + 1).strip());
            told.filter(text -> !text.isEmpty() && text.length() <= LONGEST_LINE && fits(text, everything))
                    .ifPresent(text -> parts.computeIfAbsent(part, fresh -> new ArrayList<>())
                            .add(text));
        }
        List<String> asked = parts.getOrDefault("ASKED", List.of());
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Summary(
                        language,
                        asked,
                        parts.getOrDefault("TRIED", List.of()),
                        parts.getOrDefault("SEEN", List.of()),
                        parts.getOrDefault("OPEN", List.of()),
                        true));
    }

    private static boolean fits(String line, String everything) {
        return !MARKUP.matcher(line).find()
                && Figures.references(everything).containsAll(Figures.references(line))
                && Figures.digits(everything).containsAll(Figures.digits(line));
    }
}
