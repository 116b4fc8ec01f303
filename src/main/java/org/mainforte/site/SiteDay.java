package org.mainforte.site;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a site, with its changes.
 *
 * @param opening when the building is open, null on a day it is not: weekend, public holiday, closure
 * @param presence the half in which technicians are there; NONE on a day the building is closed
 * @param changed whether the presence was decided for this very day, whatever the weekly plan says
 * @param visits the hours in which they take appointments, in order
 * @param closure why the site is closed that day, if it was closed for a reason of its own
 */
public record SiteDay(
        LocalDate date,
        @Nullable TimeRange opening,
        Half presence,
        boolean changed,
        List<TimeRange> visits,
        @Nullable String closure) {
    public SiteDay {
        visits = List.copyOf(visits);
    }

    public boolean open() {
        return opening != null;
    }
}
