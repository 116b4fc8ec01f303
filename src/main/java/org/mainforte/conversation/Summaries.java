package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells in a few lines what a conversation was about, for the person who takes it over. */
@Component
public class Summaries {
    private static final int LONGEST_LINE = 240;
    private static final int MOST_LINES = 6;
    private static final int KEPT = 500;

    private final ConversationRows rows;
    private final MessageRows messageRows;
    private final ObjectProvider<SummaryWriter> writers;
    /** What was phrased before, as long as nothing was said since. */
    private final Map<String, Summary> phrased = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Summary> eldest) {
            return size() > KEPT;
        }
    };

    Summaries(ConversationRows rows, MessageRows messageRows, ObjectProvider<SummaryWriter> writers) {
        this.rows = rows;
        this.messageRows = messageRows;
        this.writers = writers;
    }

    /**
     * What was asked, tried, seen and is still open; of rules alone and at once, so that it may be called in a transaction.
     * Everything in it stands in the transcript or in the dialogue.
     */
    public Summary of(ConversationId id, Language language) {
        List<Message> messages = messageRows.messages(id, 0, Integer.MAX_VALUE);
        Dialogue dialogue = rows.find(id).map(Conversation::dialogue).orElse(Dialogue.NEW);
        return byRules(messages, dialogue, language);
    }

    /**
     * The same, phrased by the language model when there is one and it answers within a few seconds. Call it outside any
     * transaction, and show {@link #of} meanwhile.
     */
    public Summary phrased(ConversationId id, Language language) {
        List<Message> messages = messageRows.messages(id, 0, Integer.MAX_VALUE);
        Dialogue dialogue = rows.find(id).map(Conversation::dialogue).orElse(Dialogue.NEW);
        String key = id + " " + language + " " + messages.size();
        synchronized (phrased) {
            Summary known = phrased.get(key);
            if (known != null) {
                return known;
            }
        }
        Summary plain = byRules(messages, dialogue, language);
        Optional<Summary> better = writers.stream()
                .flatMap(writer -> writer.write(plain, messages).stream())
                .findFirst();
        better.ifPresent(summary -> {
            synchronized (phrased) {
                phrased.put(key, summary);
            }
        });
        return better.orElse(plain);
    }

    static Summary byRules(List<Message> messages, Dialogue dialogue, Language language) {
        return new Summary(
                language,
                asked(messages, dialogue),
                tried(messages, language),
                seen(messages, language),
                open(messages, dialogue, language),
                false);
    }

    /** The person's own sentences; a short yes or a button says nothing to somebody who was not there. */
    private static List<String> asked(List<Message> messages, Dialogue dialogue) {
        Set<String> asked = new LinkedHashSet<>();
        if (dialogue.context() != null) {
            asked.add(line(dialogue.context()));
        }
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.author().kind() == Message.Kind.EMPLOYEE
                    && message.text().split("\\s+").length > 2
                    && !isButton(messages.subList(0, i), message)) {
                asked.add(line(message.text()));
            }
        }
        List<String> all = new ArrayList<>(asked);
        if (all.size() <= MOST_LINES) {
            return all;
        }
        // How it began, and what was said last.
        List<String> few = new ArrayList<>(all.subList(0, 2));
        few.addAll(all.subList(all.size() - (MOST_LINES - 2), all.size()));
        return few;
    }

    private static boolean isButton(List<Message> before, Message message) {
        return before.reversed().stream()
                .limit(MOST_LINES)
                .flatMap(earlier -> earlier.choices().stream())
                .anyMatch(choice -> choice.label().equals(message.text()));
    }

    /** Articles shown and steps gone through, with what the person said to them. */
    private static List<String> tried(List<Message> messages, Language language) {
        Map<String, String> tried = new LinkedHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            Card.Step step = message.step();
            String what = null;
            if (step != null) {
                what = Texts.get(language, "summary.step", step.title(), step.number(), step.of());
            } else if (message.kind() == MessageKind.ANSWER
                    && !message.sources().isEmpty()) {
                Source source = message.sources().getFirst();
                what = Texts.get(language, "summary.article", source.title(), source.section());
            }
            if (what != null) {
                tried.put(what, said(messages, i));
            }
        }
        List<String> lines = tried.entrySet().stream()
                .map(entry -> entry.getValue().isEmpty()
                        ? entry.getKey()
                        : entry.getKey() + " " + Texts.get(language, "summary.said", entry.getValue()))
                .toList();
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }

    private static String said(List<Message> messages, int after) {
        return messages.subList(after + 1, messages.size()).stream()
                .filter(next -> next.author().kind() == Message.Kind.EMPLOYEE)
                .findFirst()
                .map(next -> line(next.text()))
                .orElse("");
    }

    private static List<String> seen(List<Message> messages, Language language) {
        return messages.stream()
                .map(Message::receipt)
                .filter(Objects::nonNull)
                .map(receipt -> Texts.get(language, "summary.receipt." + receipt.kind(), receipt.reference()))
                .distinct()
                .toList();
    }

    private static List<String> open(List<Message> messages, Dialogue dialogue, Language language) {
        List<String> open = new ArrayList<>();
        if (dialogue.proposal() != null) {
            open.add(Texts.get(language, "summary.undecided"));
        }
        Dialogue.Filling filling = dialogue.filling();
        if (filling != null) {
            open.add(Texts.get(
                    language,
                    "summary.filling",
                    Start.request(filling.kind(), Map.of()).name(language)));
        }
        if (dialogue.guide() != null) {
            messages.reversed().stream()
                    .map(Message::step)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(step ->
                            open.add(Texts.get(language, "summary.guide", step.title(), step.number(), step.of())));
        }
        dialogue.waiting().stream()
                .flatMap(start -> Start.parse(start).stream())
                .forEach(start -> open.add(Texts.get(language, "summary.waiting", start.name(language))));
        if (dialogue.misses() > 0 && dialogue.question() != null) {
            open.add(Texts.get(language, "summary.unanswered", line(dialogue.question())));
        }
        return open;
    }

    private static String line(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= LONGEST_LINE ? flat : flat.substring(0, LONGEST_LINE) + "…";
    }
}
