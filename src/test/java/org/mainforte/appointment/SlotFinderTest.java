package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.appointment.Office.at;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.site.Half;

class SlotFinderTest {
    private static final String MONDAY_MORNING = "2026-11-23T07:30:00+01:00";

    private final Office office = new Office();

    @Test
    void strasbourgHasHoursFromTheLeadTimeOn() {
        assertThat(office.starts("strasbourg", MONDAY_MORNING))
                .startsWith("2026-11-23T10:00", "2026-11-23T11:00", "2026-11-23T13:00")
                .contains("2026-11-24T08:00", "2026-11-24T16:00")
                .doesNotContain("2026-11-23T09:00", "2026-11-23T12:00", "2026-11-24T17:00", "2026-11-28T10:00");
    }

    @Test
    void nancyHasHalfHoursInTheHalfDayOfItsTechnician() {
        List<String> starts = office.starts("nancy", MONDAY_MORNING);
        assertThat(starts)
                .filteredOn(start -> start.startsWith("2026-11-23"))
                .containsExactly(
                        "2026-11-23T08:30",
                        "2026-11-23T09:00",
                        "2026-11-23T09:30",
                        "2026-11-23T10:00",
                        "2026-11-23T10:30",
                        "2026-11-23T11:00",
                        "2026-11-23T11:30",
                        "2026-11-23T12:00");
        assertThat(starts).contains("2026-11-24T13:30").doesNotContain("2026-11-24T12:00");
    }

    @Test
    void listedTimesAreExactlyWhatIsLeft() {
        office.demo.take(Map.of(
                "free",
                List.of(
                        Map.of("site", "nancy", "date", "2026-11-23", "times", List.of("16:00", "07:45", "09:30")),
                        Map.of("site", "nancy", "date", "2026-11-24", "times", List.of()))));
        assertThat(office.starts("nancy", MONDAY_MORNING))
                .startsWith("2026-11-23T09:30", "2026-11-23T16:00", "2026-11-25T08:30");

        office.book("emma", "nancy", "nancy~2026-11-23T09:30~team-nancy", MONDAY_MORNING);

        assertThat(office.starts("nancy", MONDAY_MORNING)).startsWith("2026-11-23T16:00", "2026-11-25T08:30");
    }

    @Test
    void aListedTimeExistsOnceHoweverManyTechniciansThereAre() {
        office.demo.take(Map.of(
                "technicians",
                List.of(
                        Map.of("id", "tina", "name", "Tina Meyer", "sites", List.of("strasbourg", "dijon")),
                        Map.of("id", "theo", "name", "Théo Roux", "sites", List.of("strasbourg"))),
                "free",
                List.of(Map.of("site", "strasbourg", "date", "2026-11-24", "times", List.of("09:00", "09:30")))));
        office.book("emma", "strasbourg", "strasbourg~2026-11-24T09:00~tina", MONDAY_MORNING);
        assertThat(office.starts("strasbourg", MONDAY_MORNING))
                .filteredOn(start -> start.startsWith("2026-11-24"))
                .containsExactly("2026-11-24T09:30");
    }

    @Test
    void whatWasDecidedForADayHoldsForListedTimesToo() {
        office.demo.take(Map.of(
                "free",
                List.of(
                        Map.of("site", "nancy", "date", "2026-11-24", "times", List.of("09:00", "14:00")),
                        Map.of("site", "nancy", "date", "2026-11-25", "times", List.of("09:00")))));
        office.planning.change(office.site("nancy").id(), LocalDate.of(2026, 11, 24), Half.AFTERNOON);
        office.planning.close(office.site("nancy").id(), LocalDate.of(2026, 11, 25), "travaux");
        assertThat(office.starts("nancy", MONDAY_MORNING))
                .filteredOn(start -> start.compareTo("2026-11-24") > 0)
                .startsWith("2026-11-24T14:00", "2026-11-26T13:30");
    }

    @Test
    void twoTechniciansTakeTwoPeopleAtTheSameTimeTheLeastBookedFirst() {
        office.demo.take(Map.of(
                "technicians",
                List.of(
                        Map.of("id", "tina", "name", "Tina Meyer", "sites", List.of("strasbourg")),
                        Map.of("id", "theo", "name", "Théo Roux", "sites", List.of("strasbourg", "nancy")))));
        assertThat(office.book("a", "strasbourg", "strasbourg~2026-11-24T09:00~theo", MONDAY_MORNING)
                        .technician())
                .isEqualTo("theo");
        assertThat(office.book("b", "strasbourg", "strasbourg~2026-11-24T09:00~theo", MONDAY_MORNING)
                        .technician())
                .isEqualTo("tina");
        assertThatThrownBy(() -> office.book("c", "strasbourg", "strasbourg~2026-11-24T09:00~theo", MONDAY_MORNING))
                .isInstanceOfSatisfying(
                        SlotTaken.class,
                        taken -> assertThat(taken.alternatives()).hasSize(3));
        office.book("d", "strasbourg", "strasbourg~2026-11-24T14:00~tina", MONDAY_MORNING);
        // Théo is busy in Strasbourg from 9 to 10, and less booked than Tina for the rest of the day
        assertThat(office.finder.free(office.site("strasbourg"), at(MONDAY_MORNING)))
                .filteredOn(slot -> slot.id().startsWith("strasbourg~2026-11-24T15:00"))
                .singleElement()
                .extracting(slot -> slot.technician().id())
                .isEqualTo("theo");
    }

    @Test
    void aSiteWithoutRecordedTechnicianHasNoneOnceOthersAreRecorded() {
        office.demo.take(Map.of(
                "technicians", List.of(Map.of("id", "tina", "name", "Tina Meyer", "sites", List.of("strasbourg")))));
        assertThat(office.starts("dijon", MONDAY_MORNING)).isEmpty();
        assertThat(office.starts("strasbourg", MONDAY_MORNING)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nancy",
                "strasbourg~2026-11-24T09:00~tina",
                "nancy~2026-11-23T09:10~team-nancy",
                "nancy~2026-11-24T09:00~team-nancy",
                "nancy~2026-11-22T09:00~x",
                "nancy~2026-13-40T09:00~x",
                "nancy~2026-11-23T25:00~x",
                "nancy~2026-11-23T09:00~",
                "nancy~2026-11-11T09:00~x",
                "nancy~2026-11-23T09:00~a b",
                "NANCY~2026-11-23T09:00~x"
            })
    void anInventedSlotIsNoSlot(String id) {
        assertThat(office.finder.read(office.site("nancy"), id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // asked, latest, kept
        "strasbourg, 2026-11-20T16:00:00+01:00, 2026-11-23T19:00+01:00, true", // Friday
        "strasbourg, 2026-11-21T10:00:00+01:00, 2026-11-23T19:00+01:00, true", // Saturday
        "strasbourg, 2026-05-07T17:40:00+02:00, 2026-05-11T19:00+02:00, true", // 8 May
        "strasbourg, 2026-04-02T17:40:00+02:00, 2026-04-07T19:00+02:00, true", // Good Friday in Alsace
        "dijon,      2026-04-02T17:40:00+02:00, 2026-04-03T19:00+02:00, true",
        "strasbourg, 2026-11-25T10:00:00+01:00, 2026-11-26T19:00+01:00, false", // closed, see below
        "nancy,      2026-03-27T18:00:00+01:00, 2026-03-30T19:00+02:00, true", // summer time begins
    })
    void theLatestDayIsTheNextBusinessDayOfTheSite(String site, String asked, OffsetDateTime latest, boolean kept) {
        for (int day = 25; day < 28; day++) {
            office.planning.close(office.site("strasbourg").id(), LocalDate.of(2026, 11, day), "travaux");
        }
        Promise promise = office.promises.outlook(office.site(site), at(asked)).promise();
        assertThat(promise.latest()).isEqualTo(latest.toInstant());
        assertThat(promise.kept()).isEqualTo(kept);
    }

    @Test
    void aBrokenPromiseIsRaisedOncePerPersonAndDay() {
        office.planning.close(office.site("dijon").id(), LocalDate.of(2026, 11, 23), "travaux");
        office.planning.close(office.site("dijon").id(), LocalDate.of(2026, 11, 24), "travaux");
        var emma = Office.employee("emma", "dijon", Language.FR);
        for (int i = 0; i < 2; i++) {
            var outlook = office.promises.asked(emma, office.site("dijon"), at(MONDAY_MORNING));
            assertThat(outlook.offered().getFirst().id()).isEqualTo("dijon~2026-11-25T08:00~team-dijon");
        }
        assertThat(office.events)
                .containsExactly(new PromiseBroken(
                        emma.id(),
                        emma.site(),
                        at(MONDAY_MORNING),
                        at("2026-11-24T19:00:00+01:00"),
                        at("2026-11-25T08:00:00+01:00")));
    }

    @Test
    void worldsThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> office.demo.take(Map.of(
                        "free", List.of(Map.of("site", "nancy", "date", "2026-11-24", "times", List.of("9 o'clock"))))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.arguments())
                                .first()
                                .asString()
                                .startsWith("free[0].times: expected times such as 09:00"));
    }
}
