package org.mainforte.handover;

import java.util.ArrayList;
import java.util.List;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Summary;
import org.mainforte.kernel.Texts;

/** A summary as labelled lines. */
final class SummaryRows {
    private SummaryRows() {}

    static List<Row> of(Summary summary) {
        List<Row> rows = new ArrayList<>();
        add(rows, summary, "asked", summary.asked());
        add(rows, summary, "tried", summary.tried());
        add(rows, summary, "seen", summary.seen());
        add(rows, summary, "open", summary.open());
        return rows;
    }

    private static void add(List<Row> rows, Summary summary, String part, List<String> lines) {
        if (!lines.isEmpty()) {
            rows.add(new Row(Texts.get(summary.language(), "summary." + part), String.join("\n", lines)));
        }
    }
}
