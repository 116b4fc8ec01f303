package org.mainforte.site;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Days on which a department works: Monday to Friday without public holidays. The departments 57, 67 and 68 also keep Good
 * Friday and 26 December (Code du travail, art. L3134-13).
 */
public final class BusinessDays {
    private static final Map<String, BusinessDays> KNOWN = new ConcurrentHashMap<>();
    private static final BusinessDays NATIONAL = new BusinessDays("");
    private static final HolidayManager FRANCE =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    private final String department;
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    private BusinessDays(String department) {
        this.department = department;
    }

    /**
     * The business days of a department such as {@code 67}.
     *
     * @throws IllegalArgumentException when France has no such department
     */
    public static BusinessDays in(String department) {
        return KNOWN.computeIfAbsent(department, BusinessDays::known);
    }

    private static BusinessDays known(String department) {
        if (!FRANCE.getCalendarHierarchy().getChildren().containsKey(department)) {
            throw new IllegalArgumentException("\"" + department + "\" is not a department of France, such as 67");
        }
        return new BusinessDays(department);
    }

    /** The business days of the whole country, without those that only some departments do not work. */
    public static BusinessDays national() {
        return NATIONAL;
    }

    public boolean isHoliday(LocalDate day) {
        return holidays.computeIfAbsent(day.getYear(), this::load).contains(day);
    }

    public boolean contains(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !isHoliday(day);
    }

    /** The first business day after a day, which itself may be any day: after a Saturday comes Monday. */
    public LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private synchronized Set<LocalDate> load(int year) {
        Set<Holiday> found = department.isEmpty()
                ? FRANCE.getHolidays(Year.of(year))
                : FRANCE.getHolidays(Year.of(year), department);
        return found.stream().map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
    }
}
