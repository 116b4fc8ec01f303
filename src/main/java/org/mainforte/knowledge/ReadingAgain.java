package org.mainforte.knowledge;

/** The library cannot be searched at this moment: its index is being made anew. In a second or two it can. */
public final class ReadingAgain extends RuntimeException {
    ReadingAgain() {
        super("The index is being made anew");
    }
}
