package org.mainforte.equipment;

import com.fasterxml.jackson.annotation.JsonValue;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** What can be ordered. Written in lower case. */
public enum Item {
    MOUSE,
    KEYBOARD,
    HEADSET,
    CHARGER,
    DOCK,
    SCREEN,
    BAG,
    CABLE,
    ADAPTER;

    @JsonValue
    public String written() {
        return Written.of(this);
    }

    public String label(Language language) {
        return Texts.get(language, "equipment.item." + written());
    }

    /** Without a headset one cannot take calls; everything else does not stop work. */
    boolean blocksWork() {
        return this == HEADSET;
    }
}
