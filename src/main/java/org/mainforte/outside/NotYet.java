package org.mainforte.outside;

/** Something else has to arrive first; {@link Outbox#wake} brings the errand back as soon as it has. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotYet(String message) {
        super(message, null, false, false);
    }
}
