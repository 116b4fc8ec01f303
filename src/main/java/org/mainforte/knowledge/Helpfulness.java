package org.mainforte.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.knowledge.Shelf.Key;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the pages helped their readers, counted by article, language and day. Anybody may answer without saying who they are, so
 * the counts are a hint to writers and no measure; a flood of answers is not counted.
 */
@Component
public class Helpfulness {
    /** More answers about one page in a minute are a machine's. */
    private static final int MOST_A_MINUTE = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Key, Deque<Long>> lately = new ConcurrentHashMap<>();

    Helpfulness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All answers about one page. */
    public record Count(String article, Language language, int helpful, int unhelpful) {}

    /** @throws Problem 429 when too many answers come at once */
    public void note(Article article, boolean helpful) {
        if (flooded(new Key(article.id(), article.language()))) {
            throw new Problem(429, "too-many");
        }
        if (add(article, helpful) == 0) {
            try {
                begin(article, helpful);
            } catch (DuplicateKeyException begunByAnother) {
                add(article, helpful);
            }
        }
    }

    /** The pages that did not help most often first. */
    public List<Count> counts() {
        return jdbc.sql("""
                select article, language, sum(helpful) as helped, sum(unhelpful) as did_not from article_helpful
                group by article, language order by sum(unhelpful) desc, article, language""")
                .query((row, number) -> new Count(
                        row.getString("article"),
                        Language.of(row.getString("language")),
                        row.getInt("helped"),
                        row.getInt("did_not")))
                .list();
    }

    void clear() {
        jdbc.sql("delete from article_helpful").update();
        lately.clear();
    }

    private int add(Article article, boolean helpful) {
        String column = helpful ? "helpful" : "unhelpful";
        return jdbc.sql("update article_helpful set " + column + " = " + column
                        + " + 1 where article = :article and language = :language and told_on = :day")
                .param("article", article.id())
                .param("language", article.language().code())
                .param("day", today())
                .update();
    }

    private void begin(Article article, boolean helpful) {
        jdbc.sql("""
                insert into article_helpful (article, language, told_on, helpful, unhelpful)
                values (:article, :language, :day, :helpful, :unhelpful)""")
                .param("article", article.id())
                .param("language", article.language().code())
                .param("day", today())
                .param("helpful", helpful ? 1 : 0)
                .param("unhelpful", helpful ? 0 : 1)
                .update();
    }

    private boolean flooded(Key page) {
        long now = System.nanoTime();
        Deque<Long> times = lately.computeIfAbsent(page, ignored -> new ArrayDeque<>());
        synchronized (times) {
            while (!times.isEmpty() && now - times.peekFirst() > 60_000_000_000L) {
                times.removeFirst();
            }
            times.addLast(now);
            if (times.size() > MOST_A_MINUTE) {
                times.removeLast();
                return true;
            }
            return false;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ActingClock.PARIS);
    }
}
