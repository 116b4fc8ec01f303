package org.mainforte.outside;

/** A system answered, and does not want what it was asked. It will not heal by itself: the message says what to look at. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String message) {
        super(message);
    }
}
