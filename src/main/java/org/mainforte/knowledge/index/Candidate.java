package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mainforte.knowledge.index.Labels.Labelled;

/** A topic that was found by all its words, by one of its questions, or by both. */
final class Candidate {
    private static final int NONE = -1;

    private final String topic;
    private int document = NONE;
    private int question = NONE;
    private double topicScore;
    private double questionScore;

    Candidate(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    void ofTopic(Labelled hit) {
        document = hit.document();
        topicScore = hit.score();
    }

    void ofQuestion(Labelled hit) {
        if (hit.score() > questionScore) {
            questionScore = hit.score();
            question = hit.document();
        }
    }

    double score() {
        return topicScore + Weights.BEST_QUESTION * questionScore;
    }

    int document() {
        return document;
    }

    /** Finds the topic's document also when only one of its questions was among the best. */
    void findDocument(IndexSearcher topics) throws IOException {
        if (document == NONE) {
            Query self = new TermQuery(new Term(EntryDocuments.TOPIC, topic));
            document = topics.search(self, 1).scoreDocs[0].doc;
        }
    }

    /**
     * What it is worth, looked at closely.
     *
     * @param titled the importance of what the query has in common with its title
     * @param foreign how many words of other subjects it does not speak of
     */
    Ranked ranked(IndexSearcher questions, Closeness closeness, double[] strengths, double titled, int foreign)
            throws IOException {
        double mass = closeness.mass(strengths);
        double alike = 0;
        if (question != NONE) {
            alike = closeness.alike(Labels.one(questions, question, EntryDocuments.MEANINGS));
        }
        double total = closeness.total();
        double whole = score() + Weights.COVERED * mass + Weights.ALIKE * alike * total + Weights.TITLED * titled;
        return new Ranked(
                topic,
                whole,
                total == 0 ? 0 : mass / total,
                mass,
                alike,
                total == 0 ? 0 : titled / total,
                closeness.units(),
                foreign,
                List.of());
    }
}
