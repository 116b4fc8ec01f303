package org.mainforte.markdown;

/**
 * A link or a picture in a document.
 *
 * @param target as written: an address, an article's id, or {@code id#anchor}
 * @param line the line it stands on, counted from 1
 */
public record Link(String target, int line, boolean picture) {
    /** Whether it leads out of the knowledge base. */
    public boolean outside() {
        return target.matches("(?i)[a-z][a-z0-9+.-]*:.*") || target.startsWith("//");
    }
}
