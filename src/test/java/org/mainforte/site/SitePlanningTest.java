package org.mainforte.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;

class SitePlanningTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private final SiteSettings settings = new SiteSettings(Path.of("knowledge-base"));
    private final JdbcClient jdbc = JdbcClient.create(Databases.fresh());
    private final Sites sites = new Sites(settings);
    private final SitePlanning planning = new SitePlanning(jdbc);
    private final DeskHours desk = new DeskHours(settings, jdbc);
    private final UrgentLine line = new UrgentLine(settings, desk, jdbc);
    private final SiteDemo demo = new SiteDemo(sites, planning, desk, line, jdbc);
    private final Site nancy = sites.required(new SiteId("nancy"));

    @Test
    void nancyHasItsTechnicianOnTuesdayAfternoonUnlessThePlanChanges() {
        assertThat(planning.day(nancy, TUESDAY).visits()).containsExactly(TimeRange.parse("13:30-17:30"));

        demo.take(Map.of("presence", List.of(Map.of("site", "nancy", "date", "2026-11-24", "half", "morning"))));

        SiteDay changed = planning.day(nancy, TUESDAY);
        assertThat(changed.visits()).containsExactly(TimeRange.parse("08:30-12:30"));
        assertThat(changed.changed()).isTrue();
        assertThat(planning.day(nancy, TUESDAY.plusDays(7)).changed()).isFalse();
    }

    @Test
    void aClosedSiteHasNobody() {
        demo.take(Map.of("closures", List.of(Map.of("site", "nancy", "date", "2026-11-24", "reason", "power cut"))));

        assertThat(planning.day(nancy, TUESDAY).open()).isFalse();
        assertThat(planning.day(nancy, TUESDAY).closure()).isEqualTo("power cut");
        assertThat(planning.day(nancy, TUESDAY).visits()).isEmpty();
    }

    @Test
    void roomsOfTheDemoReplaceThoseOfTheFile() {
        assertThat(planning.rooms(nancy)).containsExactly("Majorelle", "Stanislas");
        demo.take(Map.of("rooms", List.of(Map.of("site", "nancy", "name", "Gallé"))));
        assertThat(planning.rooms(nancy)).containsExactly("Gallé");
        demo.clear();
        assertThat(planning.rooms(nancy)).containsExactly("Majorelle", "Stanislas");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:59:59+01:00, false, 2026-11-23T08:00+01:00",
        "2026-11-23T08:00:00+01:00, true,  2026-11-23T08:00+01:00",
        "2026-11-23T17:59:59+01:00, true,  2026-11-23T17:59:59+01:00",
        "2026-11-23T18:00:00+01:00, false, 2026-11-24T08:00+01:00",
        "2026-11-21T10:00:00+01:00, false, 2026-11-23T08:00+01:00", // Saturday
        "2026-11-11T10:00:00+01:00, false, 2026-11-12T08:00+01:00", // Armistice
        "2026-04-03T10:00:00+02:00, true,  2026-04-03T10:00+02:00", // Good Friday is not national
        "2026-03-27T19:00:00+01:00, false, 2026-03-30T08:00+02:00", // summer time begins
        "2026-10-23T19:00:00+02:00, false, 2026-10-26T08:00+01:00", // and ends
    })
    void theDeskAnswersFromEightToSixOnBusinessDays(OffsetDateTime at, boolean open, OffsetDateTime next) {
        assertThat(desk.isOpen(at.toInstant())).isEqualTo(open);
        assertThat(desk.nextOpening(at.toInstant())).isEqualTo(next.toInstant());
    }

    @Test
    void deskHoursAndTheUrgentLineChangeAtOnce() {
        Instant sundayEvening = Instant.parse("2026-11-22T20:00:00Z");
        assertThat(desk.isOpen(sundayEvening)).isFalse();
        assertThat(line.reachable(sundayEvening)).isTrue();

        demo.take(
                Map.of("deskHours", Map.of("open", "00:00", "close", "24:00", "days", "sat-mon"), "urgentLine", false));

        assertThat(desk.isOpen(sundayEvening)).isTrue();
        assertThat(desk.nextOpening(Instant.parse("2026-11-24T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
        assertThat(line.reachable(sundayEvening)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "atlantis | 2026-11-24 | morning  | site: expected a site",
                "nancy    | 24/11/2026 | morning  | date: expected a day such as 2026-11-23, found \"24/11/2026\"",
                "nancy    | 2026-11-24 | noon     | half: expected one of [morning, afternoon, both, none]",
            })
    void aWorldThatCannotBeUnderstoodIsRefused(String site, String date, String half, String sentence) {
        Map<String, Object> world = Map.of("presence", List.of(Map.of("site", site, "date", date, "half", half)));
        assertThatThrownBy(() -> demo.take(world)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.code()).isEqualTo("demo-world-invalid");
            assertThat(problem.arguments()).first().asString().contains("presence[0]." + sentence);
        });
    }

    @Test
    void unknownFieldsAndWrongTypesAreRefused() {
        assertThatThrownBy(() -> demo.take(Map.of("urgentLine", "yes"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> demo.take(Map.of("rooms", Map.of()))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> demo.take(Map.of("deskHours", Map.of("open", "18:00", "close", "08:00"))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> demo.take(Map.of("rooms", List.of(Map.of("site", "nancy", "name", "A", "seats", 3)))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.arguments()).first().isEqualTo("rooms[0]: unknown field \"seats\""));
    }
}
