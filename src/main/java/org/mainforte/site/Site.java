package org.mainforte.site;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;

/**
 * A place where people work and how it is supported, as its file says. What departs from it on single days is in
 * {@link SitePlanning}.
 *
 * @param department the department whose public holidays it keeps, such as {@code 67}
 * @param opening when the building is open; a missing weekday is closed
 * @param place where somebody meets the technician
 * @param team what its technicians are called together
 * @param morning hours of appointments in the first half of a day
 * @param afternoon hours of appointments in the second half
 * @param visits the halves in which technicians are there, by weekday
 * @param slot how long an appointment takes
 * @param leadTime how long before its start it must be booked
 * @param daysAhead how many days ahead appointments are offered
 * @param headsetSwap whether a broken headset is replaced at once on site
 * @param locker whether equipment can be handed over in a locker
 * @param remoteSession whether a technician can take over the screen from afar
 * @param nearby sites that may help when nothing is left here
 */
public record Site(
        SiteId id,
        Map<Language, String> names,
        String department,
        Regime regime,
        Map<DayOfWeek, TimeRange> opening,
        Map<Language, String> place,
        Map<Language, String> team,
        TimeRange morning,
        TimeRange afternoon,
        Map<DayOfWeek, Half> visits,
        Duration slot,
        Duration leadTime,
        int daysAhead,
        Map<Language, List<String>> quietBooths,
        List<String> meetingRooms,
        boolean headsetSwap,
        boolean locker,
        boolean remoteSession,
        List<SiteId> nearby,
        @Nullable Pilot pilot) {

    public String name(Language language) {
        return names.getOrDefault(language, id.value());
    }

    public String place(Language language) {
        return place.getOrDefault(language, id.value());
    }

    /** Closed cabins in which to take a call, as they are called. */
    public List<String> quietBooths(Language language) {
        return quietBooths.getOrDefault(language, List.of());
    }

    public String team(Language language) {
        return team.getOrDefault(language, id.value());
    }

    public BusinessDays businessDays() {
        return BusinessDays.in(department);
    }

    /** The half that a time of day belongs to: the afternoon begins with its hours. */
    public Half half(LocalTime time) {
        return time.isBefore(afternoon.from()) ? Half.MORNING : Half.AFTERNOON;
    }

    /** When technicians are there on an ordinary day. */
    public Half plan(LocalDate day) {
        return regime == Regime.NONE ? Half.NONE : visits.getOrDefault(day.getDayOfWeek(), Half.NONE);
    }
}
