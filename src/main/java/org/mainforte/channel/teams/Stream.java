package org.mainforte.channel.teams;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.wire.Connector.Answer;
import org.mainforte.channel.teams.wire.Connector.Outcome;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer being written live (Teams, “stream bot messages”): numbered pieces, each beginning with the one before, one call at a
 * time and not more often than the pace, everything within two minutes. The end is the message itself, sent by the outbox.
 */
final class Stream {
    private static final Duration LONGEST = Duration.ofSeconds(105);
    private static final long ENDING_SECONDS = 8;
    private static final int LONGEST_TEXT = 12_000;

    private final int turn;
    private final Duration pace;
    private final UnaryOperator<String> drawn;
    private final JsonMapper json;
    private final StringBuilder written = new StringBuilder();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile @Nullable String id;
    private volatile String shown = "";
    private volatile boolean over;
    private volatile boolean stoppedByPerson;

    Stream(int turn, Duration pace, UnaryOperator<String> drawn, JsonMapper json) {
        this.turn = turn;
        this.pace = pace;
        this.drawn = drawn;
        this.json = json;
    }

    int turn() {
        return turn;
    }

    /** The stream's id, once Teams has given one and as long as it can be ended; else null. */
    @Nullable
    String id() {
        return over ? null : id;
    }

    /** What the person has been shown. */
    String shown() {
        return shown;
    }

    boolean over() {
        return over;
    }

    boolean stoppedByPerson() {
        return stoppedByPerson;
    }

    /** @param anew whether it replaces what was written so far; what was shown stays until the end tells the whole */
    void more(String piece, boolean anew) {
        synchronized (written) {
            if (anew) {
                written.setLength(0);
            }
            written.append(piece);
        }
    }

    void never() {
        over = true;
        ended.countDown();
    }

    void run(Language language, Function<String, Answer> post) {
        try {
            Answer opened = post.apply(activity(Texts.get(language, "teams.stream.searching"), "informative", 1));
            id = opened.id();
            over = opened.outcome() != Outcome.DONE || id == null;
            long until = System.nanoTime() + LONGEST.toNanos();
            int sequence = 2;
            Duration wait = pace;
            while (!over && !ending.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > until) {
                    over = true;
                    return;
                }
                String text = settled();
                wait = pace;
                if (text.length() > shown.length() && text.startsWith(shown)) {
                    Answer answer = post.apply(activity(text, "streaming", sequence));
                    if (answer.outcome() == Outcome.DONE) {
                        shown = text;
                        sequence++;
                    } else {
                        wait = refused(answer);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            over = true;
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Too fast is tried again later with the same number; anything else ends the stream. */
    private Duration refused(Answer answer) {
        if (answer.outcome() == Outcome.LATER) {
            Duration asked = answer.after();
            return asked != null && asked.compareTo(pace) > 0 ? asked : pace.multipliedBy(2);
        }
        over = true;
        String why = answer.message();
        stoppedByPerson = why != null && why.toLowerCase(Locale.ROOT).contains("cancel");
        return pace;
    }

    void end() {
        ending.countDown();
        try {
            if (!ended.await(ENDING_SECONDS, TimeUnit.SECONDS)) {
                over = true;
            }
        } catch (InterruptedException stopped) {
            over = true;
            Thread.currentThread().interrupt();
        }
    }

    /** What will not change any more: whole words, and nothing of a link or a citation that is not closed yet. */
    private String settled() {
        String text;
        synchronized (written) {
            text = written.toString();
        }
        int end = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
        int bracket = text.lastIndexOf('[');
        if (bracket >= 0 && bracket <= end && text.indexOf(' ', bracket) >= 0) {
            int close = text.indexOf(')', bracket);
            end = close < 0 || close > end ? bracket : end;
        } else if (bracket >= 0) {
            end = Math.min(end, bracket);
        }
        return end <= 0
                ? ""
                : drawn.apply(text.substring(0, Math.min(end, LONGEST_TEXT)).stripTrailing());
    }

    private String activity(String text, String type, int sequence) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("type", "streaminfo");
        if (id != null) {
            info.put("streamId", id);
        }
        info.put("streamType", type);
        info.put("streamSequence", sequence);
        return json.writeValueAsString(Map.of("type", "typing", "text", text, "entities", List.of(info)));
    }
}
