package org.mainforte.handover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Source;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * What an agent must know at a glance, read off the transcript by rules: what the person wants, what was tried, how far a guide
 * got, what was recorded. Nothing is guessed.
 */
final class CaseSummary {
    private static final int LINE = 300;

    private final List<Message> messages;
    private final Language language;

    CaseSummary(List<Message> messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        add(rows, "wants", wanted());
        add(rows, "read", String.join(" · ", articles()));
        add(rows, "steps", String.join("\n", steps()));
        add(rows, "recorded", String.join(" · ", receipts()));
        add(rows, "failed", failures());
        return rows;
    }

    private void add(List<Row> rows, String key, String value) {
        if (!value.isBlank()) {
            rows.add(new Row(Texts.get(language, "handover.summary." + key), value));
        }
    }

    /** The step of a guide that was shown last. */
    Card.@Nullable Step step() {
        return messages.reversed().stream()
                .map(Message::step)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first words that are more than a greeting. */
    private String wanted() {
        return messages.stream()
                .filter(CaseSummary::isTyped)
                .map(Message::text)
                .filter(text -> text.strip().length() > 12)
                .findFirst()
                .map(text -> text.length() > LINE ? text.substring(0, LINE) + "…" : text)
                .orElse("");
    }

    private static boolean isTyped(Message message) {
        return message.author().kind() == Message.Kind.EMPLOYEE;
    }

    private Set<String> articles() {
        Set<String> titles = new LinkedHashSet<>();
        messages.stream()
                .filter(message -> message.author().kind() == Message.Kind.ASSISTANT)
                .flatMap(message -> message.sources().stream())
                .map(Source::title)
                .forEach(titles::add);
        return titles;
    }

    /** Each step shown with what the person answered to it. */
    private List<String> steps() {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < messages.size(); at++) {
            Card.Step step = messages.get(at).step();
            if (step != null) {
                lines.add(Texts.get(language, "handover.summary.step", step.number(), step.of(), step.title())
                        + answer(at));
            }
        }
        return lines;
    }

    private String answer(int at) {
        return messages.stream()
                .skip(at + 1L)
                .filter(CaseSummary::isTyped)
                .findFirst()
                .map(said -> " → " + (said.text().length() > 80 ? said.text().substring(0, 80) + "…" : said.text()))
                .orElse("");
    }

    private List<String> receipts() {
        return messages.stream()
                .map(Message::receipt)
                .filter(Objects::nonNull)
                .map(Card.Receipt::reference)
                .toList();
    }

    private String failures() {
        long unknown = messages.stream()
                .filter(message -> switch (message.kind()) {
                    case UNKNOWN, CLARIFICATION -> true;
                    default -> false;
                })
                .count();
        return unknown == 0 ? "" : Texts.get(language, "handover.summary.failures", unknown);
    }
}
