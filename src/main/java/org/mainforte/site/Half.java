package org.mainforte.site;

/** The part of a day in which technicians are at a site. */
public enum Half {
    MORNING,
    AFTERNOON,
    BOTH,
    NONE;

    public boolean includes(Half other) {
        return this == BOTH || this == other;
    }
}
