package org.mainforte.knowledge.index;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Terms that are already made, each with how often it counts. */
final class TermStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Iterator<Map.Entry<String, Integer>> terms;

    TermStream(Map<String, Integer> terms) {
        this.terms = terms.entrySet().iterator();
    }

    TermStream(List<String> terms) {
        this.terms = terms.stream().map(each -> Map.entry(each, 1)).iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!terms.hasNext()) {
            return false;
        }
        Map.Entry<String, Integer> next = terms.next();
        // both are set anew each time, which costs less than clearing everything
        term.setEmpty().append(next.getKey());
        frequency.setTermFrequency(next.getValue());
        return true;
    }
}
