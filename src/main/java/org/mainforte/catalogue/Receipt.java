package org.mainforte.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proof that something was recorded.
 *
 * @param kind {@code ticket}, {@code order}, {@code return} or {@code appointment}
 * @param reference what the person quotes, for instance {@code T-100001}
 * @param url a page or file about it, relative to the product, if there is one
 * @param text one or two sentences for the person, Markdown: what happens next
 */
public record Receipt(
        String kind, String reference, @Nullable String url, List<Row> details, String text) {
    public Receipt {
        details = List.copyOf(details);
    }
}
