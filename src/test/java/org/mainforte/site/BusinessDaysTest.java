package org.mainforte.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {
    @ParameterizedTest
    @CsvSource({
        // day of the request, next business day in Strasbourg (67), in Nancy (54), in Dijon (21)
        "2026-11-23, 2026-11-24, 2026-11-24, 2026-11-24",
        "2026-11-21, 2026-11-23, 2026-11-23, 2026-11-23", // Saturday
        "2026-11-22, 2026-11-23, 2026-11-23, 2026-11-23", // Sunday
        "2026-11-10, 2026-11-12, 2026-11-12, 2026-11-12", // before 11 November
        "2026-05-07, 2026-05-11, 2026-05-11, 2026-05-11", // 8 May is a Friday
        "2026-05-13, 2026-05-15, 2026-05-15, 2026-05-15", // Ascension is Thursday 14 May
        "2026-04-02, 2026-04-07, 2026-04-03, 2026-04-03", // Good Friday 3 April, Easter Monday 6 April
        "2025-12-24, 2025-12-29, 2025-12-26, 2025-12-26", // 26 December is a Friday
        "2027-12-31, 2028-01-03, 2028-01-03, 2028-01-03",
        "2026-03-27, 2026-03-30, 2026-03-30, 2026-03-30", // clocks go forward on the Sunday
        "2026-10-23, 2026-10-26, 2026-10-26, 2026-10-26", // clocks go back on the Sunday
    })
    void theNextBusinessDayDependsOnTheDepartment(
            LocalDate day, LocalDate strasbourg, LocalDate nancy, LocalDate dijon) {
        assertThat(BusinessDays.in("67").next(day)).isEqualTo(strasbourg);
        assertThat(BusinessDays.in("54").next(day)).isEqualTo(nancy);
        assertThat(BusinessDays.in("21").next(day)).isEqualTo(dijon);
    }

    @ParameterizedTest
    @CsvSource({"57,true", "67,true", "68,true", "54,false", "21,false", "69,false", "88,false"})
    void onlyAlsaceAndMoselleKeepGoodFridayAndTheSecondDayOfChristmas(String department, boolean kept) {
        assertThat(BusinessDays.in(department).isHoliday(LocalDate.of(2027, 3, 26)))
                .isEqualTo(kept);
        assertThat(BusinessDays.in(department).isHoliday(LocalDate.of(2028, 12, 26)))
                .isEqualTo(kept);
    }

    @Test
    void theWholeCountryHasElevenPublicHolidays() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(BusinessDays.national()::isHoliday))
                .hasSize(11);
    }

    @Test
    void anUnknownDepartmentIsRefused() {
        assertThatThrownBy(() -> BusinessDays.in("99")).hasMessageContaining("\"99\" is not a department");
    }

    @Property
    void betweenADayAndTheNextBusinessDayNobodyWorks(@ForAll @IntRange(max = 1460) int offset) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(offset);
        for (String department : new String[] {"67", "54", "21"}) {
            BusinessDays days = BusinessDays.in(department);
            LocalDate next = days.next(day);
            assertThat(next).isAfter(day);
            assertThat(next.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(days.isHoliday(next)).isFalse();
            assertThat(day.plusDays(1).datesUntil(next)).noneMatch(days::contains);
        }
    }
}
