package org.mainforte.appointment;

import java.util.List;

/** The slot is not free any more. Not an error of the program: no stack trace. */
public final class SlotTaken extends RuntimeException {
    private final transient List<Slot> alternatives;

    SlotTaken(List<Slot> alternatives) {
        super("slot taken", null, false, false);
        this.alternatives = List.copyOf(alternatives);
    }

    /** At most three free slots nearest to the one that was taken, by start. */
    public List<Slot> alternatives() {
        return alternatives;
    }
}
