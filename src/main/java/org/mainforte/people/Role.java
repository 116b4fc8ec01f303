package org.mainforte.people;

import java.util.Locale;

/** What somebody may do. Written in lower case in tokens and in the demo world. */
public enum Role {
    EMPLOYEE,
    AGENT,
    TECHNICIAN,
    MANAGER;

    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
