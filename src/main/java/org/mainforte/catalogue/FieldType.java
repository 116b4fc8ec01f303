package org.mainforte.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a field is filled in; written as the contract names it ({@code text}, {@code yes-no}, …). */
public enum FieldType {
    TEXT,
    CHOICE,
    DATE,
    SLOT,
    YES_NO,
    SERIAL,
    ADDRESS;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether only one of the options may be given. */
    public boolean closed() {
        return this == CHOICE || this == SLOT || this == YES_NO;
    }
}
