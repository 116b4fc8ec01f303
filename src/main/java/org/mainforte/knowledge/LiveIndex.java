package org.mainforte.knowledge;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.knowledge.index.TopicIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index of what stands in the files now. When it breaks it is made anew at the next {@link #refresh}; nobody finds anything meanwhile. */
final class LiveIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private final Library library;
    private final SaidToAll said;
    /** Null while it has to be made anew. */
    private volatile @Nullable TopicIndex index;

    LiveIndex(Library library, SaidToAll said) {
        this.library = library;
        this.said = said;
        said.changed(library.refresh().topics());
        this.index = new Shelving(library, said).whole();
    }

    /** How an article is entered in the index. */
    Shelving shelving() {
        return new Shelving(library, said);
    }

    /** Takes in what has changed in the files, and makes the index anew if it broke. @return what has changed */
    synchronized Library.News refresh() {
        Library.News news = library.refresh();
        Set<String> topics = new HashSet<>(news.topics());
        topics.addAll(said.changed(news.topics()));
        TopicIndex now = index;
        if (now == null || news.vocabulary()) {
            index = shelving().whole();
        } else if (!topics.isEmpty()) {
            try {
                shelving().change(now, topics);
            } catch (RuntimeException broken) {
                broke(now, broken);
            }
        }
        return news;
    }

    private void broke(TopicIndex broken, RuntimeException cause) {
        LOG.error("The index broke; it is being made anew", cause);
        synchronized (this) {
            if (index == broken) {
                index = null;
            }
        }
    }

    <T> T in(Function<TopicIndex, T> look) {
        TopicIndex now = index;
        if (now == null) {
            throw new ReadingAgain();
        }
        try {
            return look.apply(now);
        } catch (TopicIndex.BrokenIndex broken) {
            broke(now, broken);
            throw new ReadingAgain();
        }
    }

    /** For tests of what happens then. */
    void breakIndex() throws IOException {
        TopicIndex now = index;
        if (now != null) {
            now.close();
        }
    }
}
