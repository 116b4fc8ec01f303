package org.mainforte.advisor.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Translator;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.masking.Masking;
import org.mainforte.masking.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the model translate one message. A translation with a number, a link or markup that was not said is none. */
@Component
class ModelTranslations implements Translator {
    private static final Logger LOG = LoggerFactory.getLogger(ModelTranslations.class);
    private static final Pattern FOREIGN = Pattern.compile("<[a-zA-Z/!]|!?\\[[^]]*]\\(|https?:|www\\.");
    private static final int LONGER = 3;
    private static final int SHORT = 200;
    private static final int CHARACTERS_A_TOKEN = 3;
    private static final Map<Language, String> RULES = new EnumMap<>(
            Map.of(Language.FR, ShortCall.prompt("translation_fr"), Language.EN, ShortCall.prompt("translation_en")));

    private final ShortCall shortCall;
    private final ModelSwitch onOff;
    private final ModelBreaker breaker;
    private final ModelBudget budget;
    private final ModelMetrics metrics;

    ModelTranslations(
            ShortCall shortCall, ModelSwitch onOff, ModelBreaker breaker, ModelBudget budget, ModelMetrics metrics) {
        this.shortCall = shortCall;
        this.onOff = onOff;
        this.breaker = breaker;
        this.budget = budget;
        this.metrics = metrics;
    }

    @Override
    public boolean ready() {
        return onOff.on() && !breaker.open();
    }

    @Override
    public Optional<String> translate(Message said, Language to, PersonId reader) {
        if (!budget.allows(reader)) {
            return Optional.empty();
        }
        var masking = new Masking(Names.of(List.of(said.author().name())), null);
        try {
            String written = shortCall.say(Objects.requireNonNull(RULES.get(to)), masking.masked(said.text()));
            budget.spend(reader, (said.text().length() + written.length()) / CHARACTERS_A_TOKEN + 1);
            return masking.restored(written.strip()).filter(text -> fits(text, said.text()));
        } catch (ModelFailure failure) {
            LOG.warn("The model let a translation down: {}", failure.kind().tag());
            metrics.fallback("translation-" + failure.kind().tag());
            return Optional.empty();
        }
    }

    private static boolean fits(String text, String said) {
        boolean foreign =
                FOREIGN.matcher(text).results().map(match -> match.group()).anyMatch(part -> !said.contains(part));
        return !text.isEmpty()
                && text.length() <= said.length() * LONGER + SHORT
                && !foreign
                && Figures.references(said).containsAll(Figures.references(text))
                && Figures.digits(said).containsAll(Figures.digits(text));
    }
}
