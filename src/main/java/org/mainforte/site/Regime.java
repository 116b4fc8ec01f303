package org.mainforte.site;

/** How a site is supported. In site files in lower case, with a hyphen. */
public enum Regime {
    /** A technician travels to the site, by appointment. */
    TRAVELLING,
    /** A technician is on site for half of every day. */
    HALF_TIME,
    /** Technicians are on site all day; no appointment needed. */
    PERMANENT,
    /** Nobody comes; everything is done from afar. */
    NONE
}
