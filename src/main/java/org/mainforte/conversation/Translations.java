package org.mainforte.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Translations of single messages, made when somebody asks for one. What was said stays as it is: nothing here is stored. */
@Component
public class Translations {
    private static final int KEPT = 2_000;

    private final MessageRows rows;
    private final ObjectProvider<Translator> translators;
    private final Map<String, String> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    Translations(MessageRows rows, ObjectProvider<Translator> translators) {
        this.rows = rows;
        this.translators = translators;
    }

    /** Whether there is anybody who translates. */
    public boolean possible() {
        return translators.stream().anyMatch(Translator::ready);
    }

    /**
     * A message in another language. Call it outside any transaction, when the reader may read the conversation.
     *
     * @return empty when nobody translates now, or it already is in that language
     * @throws Problem 404 when there is no such message
     */
    public Optional<String> of(ConversationId conversation, int seq, Language to, PersonId reader) {
        Message said = rows.messages(conversation, seq - 1, 1).stream()
                .filter(message -> message.seq() == seq)
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (said.language() == to || said.text().isBlank()) {
            return Optional.empty();
        }
        String key = said.id() + " " + to.code();
        synchronized (known) {
            String before = known.get(key);
            if (before != null) {
                return Optional.of(before);
            }
        }
        Optional<String> made = translators.stream()
                .filter(Translator::ready)
                .flatMap(one -> one.translate(said, to, reader).stream())
                .findFirst();
        made.ifPresent(text -> {
            synchronized (known) {
                known.put(key, text);
            }
        });
        return made;
    }
}
