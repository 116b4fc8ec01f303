package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.appointment.Office.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Refusal;

class AppointmentsTest {
    private static final String NOW = "2026-11-23T07:30:00+01:00";
    private static final String TEN = "strasbourg~2026-11-24T10:00~team-strasbourg";
    private static final String ELEVEN = "strasbourg~2026-11-24T11:00~team-strasbourg";

    private final Office office = new Office();

    @Test
    @Timeout(60)
    void fortyPeopleOneSlotOneWinner() throws Exception {
        raceForTen(office, 40);
        assertThat(office.events)
                .filteredOn(event -> event instanceof AppointmentChanged)
                .hasSize(1);
    }

    @Test
    @Timeout(60)
    void fortyPeopleOneListedSlotTwoTechniciansStillOneWinner() throws Exception {
        office.demo.take(Map.of(
                "technicians",
                List.of(
                        Map.of("id", "tina", "name", "Tina Meyer", "sites", List.of("strasbourg")),
                        Map.of("id", "theo", "name", "Théo Roux", "sites", List.of("strasbourg"))),
                "free",
                List.of(Map.of("site", "strasbourg", "date", "2026-11-24", "times", List.of("10:00")))));
        raceForTen(office, 40);
    }

    static void raceForTen(Office office, int people) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> tries = IntStream.range(0, people)
                    .mapToObj(person -> threads.submit(() -> {
                        start.await();
                        try {
                            office.book("p" + person, "strasbourg", TEN, NOW);
                            return true;
                        } catch (SlotTaken taken) {
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            int winners = 0;
            for (Future<Boolean> one : tries) {
                winners += one.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(office.starts("strasbourg", NOW)).doesNotContain("2026-11-24T10:00");
    }

    @Test
    void theSameKeyGivesTheSameAppointment() {
        Appointment first = office.book("emma", "strasbourg", TEN, NOW);
        assertThat(office.book("emma", "strasbourg", TEN, NOW)).isEqualTo(first);
        assertThat(first.reference()).isEqualTo("A-100001");
        assertThat(office.appointments.upcoming(new PersonId("emma"), at(NOW))).hasSize(1);
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        office.book("emma", "strasbourg", TEN, NOW);
        var other = new Booking(
                Office.employee("emma", "strasbourg", Language.FR),
                Language.FR,
                ELEVEN,
                "autre",
                null,
                "emma" + TEN,
                "other",
                at(NOW));
        assertThatThrownBy(() -> office.appointments.book(other))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void movingFreesTheOldTimeAndTakesTheNew() {
        Appointment before = office.book("emma", "strasbourg", TEN, NOW);
        Appointment after = office.appointments.move(before.reference(), ELEVEN, "r1", at(NOW));
        assertThat(after.state()).isEqualTo(Appointment.State.MOVED);
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.start()).isEqualTo(at("2026-11-24T11:00:00+01:00"));
        assertThat(office.starts("strasbourg", NOW))
                .contains("2026-11-24T10:00")
                .doesNotContain("2026-11-24T11:00");
        assertThat(office.appointments.move(before.reference(), ELEVEN, "r1", at(NOW)))
                .isEqualTo(after);
        assertThat(office.appointments.move(before.reference(), ELEVEN, null, at(NOW)))
                .isEqualTo(after);
    }

    @Test
    void whoLosesTheNewSlotKeepsTheOld() {
        Appointment emma = office.book("emma", "strasbourg", TEN, NOW);
        office.book("noah", "strasbourg", ELEVEN, NOW);
        assertThatThrownBy(() -> office.appointments.move(emma.reference(), ELEVEN, null, at(NOW)))
                .isInstanceOf(SlotTaken.class);
        assertThat(office.appointments.upcoming(new PersonId("emma"), at(NOW))).containsExactly(emma);
        assertThat(office.starts("strasbourg", NOW)).doesNotContain("2026-11-24T10:00");
    }

    @Test
    void cancellingFreesTheTimeAndIsDoneOnce() {
        Appointment booked = office.book("emma", "strasbourg", TEN, NOW);
        Appointment cancelled = office.appointments.cancel(booked.reference(), at(NOW));
        assertThat(office.appointments.cancel(booked.reference(), at(NOW))).isEqualTo(cancelled);
        assertThat(cancelled.version()).isEqualTo(1);
        assertThat(office.starts("strasbourg", NOW)).contains("2026-11-24T10:00");
        assertThatThrownBy(() -> office.appointments.move(booked.reference(), ELEVEN, null, at(NOW)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsOverStaysAsItWas() {
        Appointment booked = office.book("emma", "strasbourg", TEN, NOW);
        assertThatThrownBy(() -> office.appointments.cancel(booked.reference(), at("2026-11-24T10:00:00+01:00")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSlotWithinTheLeadTimeOrOfAnotherSiteCannotBeBooked() {
        assertThatThrownBy(() -> office.book("emma", "strasbourg", TEN, "2026-11-24T08:00:01+01:00"))
                .isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> office.book("emma", "dijon", TEN, NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheOwnerAndTheTechnicianSeeAnAppointment() {
        office.demo.take(Map.of(
                "technicians",
                List.of(Map.of("id", "tina", "name", "Tina Meyer", "sites", List.of("strasbourg"))),
                "appointments",
                List.of(Map.of(
                        "reference",
                        "A-100001",
                        "person",
                        "emma",
                        "site",
                        "strasbourg",
                        "start",
                        "2026-11-24T10:00:00+01:00"))));
        assertThat(office.appointments.find("A-100001", new PersonId("emma"))).isPresent();
        assertThat(office.appointments.find("A-100001", new PersonId("tina"))).isPresent();
        assertThat(office.appointments.find("A-100001", new PersonId("noah"))).isEmpty();
        assertThat(office.appointments.dayOf(new PersonId("tina"), LocalDate.of(2026, 11, 24)))
                .hasSize(1);
        assertThat(office.book("noah", "strasbourg", ELEVEN, NOW).reference()).isEqualTo("A-100002");
        office.demo.clear();
        assertThat(office.appointments.find("A-100001", new PersonId("emma"))).isEmpty();
    }
}
