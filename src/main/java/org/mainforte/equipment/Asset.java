package org.mainforte.equipment;

import java.util.Locale;
import org.mainforte.kernel.PersonId;

/** A device as the inventory has it. */
record Asset(String serial, String model, PersonId owner, State state) {
    enum State {
        IN_USE,
        TO_RETURN,
        COLLECTED,
        /** The inventory has lost track of it. */
        UNKNOWN
    }

    boolean has(String otherSerial) {
        return Serial.same(serial, otherSerial);
    }

    String name() {
        return model + " (" + serial.toUpperCase(Locale.ROOT) + ")";
    }
}
