package org.mainforte.appointment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.appointment.caldav.CalDav;
import org.mainforte.appointment.caldav.CalDavSettings;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.outside.Outboxes;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.outside.OutsideHttp.Answer;
import org.mainforte.servers.FaultProxy;
import org.mainforte.servers.Servers;
import org.mainforte.site.Databases;

/** What holds for an employee and a technician whatever server keeps the technician's calendar. */
abstract class TechnicianCalendarContract {
    private static final String NOW = "2026-11-23T08:00:00+01:00";
    private static final String NAME = "mainforte-A-100001.ics";

    private final Servers.Running server = server();
    /** The technician, with a calendar program of her own. */
    private final OutsideHttp tina = new OutsideHttp(
            server.get("url").replace("{technician}", "tina"), basic("tina:tina-pw"), Outboxes.patient(), false);

    private final CalDav calendar = new CalDav(
            new CalDavSettings(server.get("url"), server.get("username"), server.get("password")), Outboxes.patient());
    private Office office = new Office();

    abstract Servers.Running server();

    private static Map<String, String> basic(String user) {
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)));
    }

    @BeforeEach
    void anEmptyCalendar() {
        names().forEach(name -> tina.send("DELETE", "/" + name, Map.of(), null));
        office = new Office(Databases.fresh(), calendar);
        office.transaction.executeWithoutResult(
                status -> office.technicians.record("tina", "Tina Meyer", List.of(new SiteId("strasbourg"))));
    }

    private Appointment booked(String slot) {
        Appointment appointment = office.appointments.book(booking(slot));
        office.drain();
        return appointment;
    }

    private static Booking booking(String slot) {
        return new Booking(
                Office.employee("emma", "strasbourg", Language.EN),
                Language.EN,
                "strasbourg~" + slot + "~tina",
                "Screen stays black, l'écran",
                null,
                slot,
                slot,
                Office.at(NOW),
                new ConversationId("c-1"));
    }

    private Optional<String> there(String name) {
        Answer answer = tina.get("/" + name);
        return answer.ok() ? Optional.of(answer.text().replace("\r\n ", "").replace("\r", "")) : Optional.empty();
    }

    @Test
    void anAppointmentStandsInTheCalendarUnderItsOwnName() {
        booked("2026-11-24T09:00");
        assertThat(there(NAME))
                .hasValueSatisfying(event -> assertThat(event)
                        .contains("UID:A-100001@mainforte", "DTSTART;TZID=Europe/Paris:20261124T090000", "l'écran")
                        .doesNotContain("METHOD"));
        office.appointments.move("A-100001", "strasbourg~2026-11-25T10:00~tina", null, Office.at(NOW));
        office.drain();
        assertThat(there(NAME))
                .hasValueSatisfying(
                        event -> assertThat(event).contains("DTSTART;TZID=Europe/Paris:20261125T100000", "SEQUENCE:1"));
        office.appointments.cancel("A-100001", Office.at(NOW));
        office.drain();
        assertThat(there(NAME)).isEmpty();
        office.feed.poll();
        assertThat(office.told).isEmpty();
    }

    @Test
    void anAttemptWhoseAnswerWasLostIsRecognised() {
        booked("2026-11-24T09:00");
        office.entries.write(new CalendarEntries.Row("A-100001", "tina", -1, null));
        office.outbox.put(CalendarErrand.KIND, "A-100001/0");
        office.drain();
        assertThat(office.entries.of("tina"))
                .singleElement()
                .satisfies(row -> assertThat(row.version()).isZero());
    }

    @Test
    void whatTheTechnicianHasIsNotOffered() {
        put("dentist.ics", "DTSTART:20261124T080000Z\nDTEND:20261124T090000Z", null);
        put(
                "weekly.ics",
                "DTSTART;TZID=Europe/Paris:20261103T140000\nDTEND;TZID=Europe/Paris:20261103T150000\n"
                        + "RRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Paris:20261201T140000",
                null);
        put("birthday.ics", "DTSTART;VALUE=DATE:20261125\nDTEND;VALUE=DATE:20261126\nTRANSP:TRANSPARENT", null);
        put("leave.ics", "DTSTART;VALUE=DATE:20261126\nDTEND;VALUE=DATE:20261127", null);
        office.feed.poll();
        assertThat(starts()).contains("2026-11-24T10:00", "2026-11-24T11:00", "2026-11-25T09:00");
        assertThat(starts())
                .doesNotContain("2026-11-24T09:00", "2026-11-24T14:00")
                .noneMatch(at -> at.startsWith("2026-11-26"));
        tina.send("DELETE", "/leave.ics", Map.of(), null);
        office.feed.poll();
        assertThat(starts()).anyMatch(at -> at.startsWith("2026-11-26"));
    }

    /** They block their time after the calendar was read, and somebody confirms what was offered before. */
    @Test
    void aTimeTakenSinceTheCalendarWasReadIsNotPromised() {
        office.feed.poll();
        assertThat(starts()).contains("2026-11-24T09:00");
        put("dentist.ics", "DTSTART:20261124T080000Z\nDTEND:20261124T090000Z", null);
        assertThatThrownBy(() -> booked("2026-11-24T09:00"))
                .isInstanceOfSatisfying(
                        SlotTaken.class,
                        taken -> assertThat(taken.alternatives())
                                .hasSize(3)
                                .noneMatch(slot -> slot.start().equals(Office.at("2026-11-24T09:00:00+01:00"))));
        assertThat(starts()).doesNotContain("2026-11-24T09:00");
        String other = booked("2026-11-24T10:00").reference();
        assertThatThrownBy(
                        () -> office.appointments.move(other, "strasbourg~2026-11-24T09:00~tina", null, Office.at(NOW)))
                .isInstanceOf(SlotTaken.class);
        assertThat(office.rows.find(other).orElseThrow().start()).isEqualTo(Office.at("2026-11-24T10:00:00+01:00"));
    }

    /** A frozen calendar server: people book on what was last read, and are not kept waiting. */
    @Test
    void aCalendarThatDoesNotAnswerHoldsNobodyUp() {
        put("dentist.ics", "DTSTART:20261124T080000Z\nDTEND:20261124T090000Z", null);
        office.feed.poll();
        server.freeze();
        try {
            assertThat(office.appointments.book(booking("2026-11-24T10:00")).planned())
                    .isTrue();
            assertThatThrownBy(() -> office.appointments.book(booking("2026-11-24T09:00")))
                    .isInstanceOf(SlotTaken.class);
        } finally {
            server.thaw();
        }
        office.drain();
        assertThat(there(NAME)).isPresent();
    }

    /**
     * Two instances write the same appointments at the same moment, each several times, and a third of the requests fails in
     * some way. DAViCal lets several writers win with one and the same ETag: that only one of ours writes is our own doing.
     */
    @Test
    void whatIsDecidedHereStandsThereWhateverHappensOnTheWay() throws Exception {
        URI real = URI.create(server.get("url").replace("{technician}", "TECHNICIAN"));
        try (var proxy = new FaultProxy(server.get("url").replace("{technician}", "x"))) {
            String url = proxy.url() + real.getPath().replace("TECHNICIAN", "{technician}");
            var behind = new CalDav(
                    new CalDavSettings(url, server.get("username"), server.get("password")), Outboxes.impatient());
            var database = Databases.fresh();
            office = new Office(database, behind);
            office.transaction.executeWithoutResult(
                    status -> office.technicians.record("tina", "Tina Meyer", List.of(new SiteId("strasbourg"))));
            Office other = new Office(database, behind);
            List<String> hours = List.of("09", "10", "11", "14", "15");
            hours.forEach(hour -> office.appointments.book(booking("2026-11-24T" + hour + ":00")));
            proxy.fail(0.35);
            for (int day = 25; day <= 27; day++) {
                for (int i = 0; i < hours.size(); i++) {
                    other.courier.sweep();
                    office.courier.sweep();
                    String slot = "strasbourg~2026-11-" + day + "T" + hours.get(i) + ":00~tina";
                    office.appointments.move("A-10000" + (i + 1), slot, null, Office.at(NOW));
                }
            }
            office.appointments.cancel("A-100005", Office.at(NOW));
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        other.courier.sweep();
                        office.courier.sweep();
                        return office.outbox.count(CalendarErrand.KIND, false) == 0;
                    });
        }
        for (int i = 1; i <= 4; i++) {
            String hour = List.of("09", "10", "11", "14").get(i - 1);
            assertThat(there("mainforte-A-10000" + i + ".ics"))
                    .hasValueSatisfying(event -> assertThat(event)
                            .contains("SEQUENCE:3", "DTSTART;TZID=Europe/Paris:20261127T" + hour + "0000"));
        }
        assertThat(names()).hasSize(4);
        assertThat(office.outbox.needingAttention()).isEmpty();
    }

    private List<String> names() {
        Answer all = tina.send(
                "PROPFIND", "/", Map.of("Depth", "1"), "<propfind xmlns=\"DAV:\"><prop/></propfind>".getBytes(UTF_8));
        return Pattern.compile("([^/<>]+\\.ics)<")
                .matcher(all.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<String> starts() {
        return office.finder.free(office.site("strasbourg"), Office.at(NOW)).stream()
                .map(slot -> slot.local().toLocalDateTime().toString())
                .toList();
    }

    @Test
    void whatTheTechnicianMovesOrDeletesComesBack() {
        booked("2026-11-24T09:00");
        office.feed.poll();
        edit(event -> event.replace("TZID=Europe/Paris:20261124T09", "TZID=Europe/Paris:20261124T15")
                .replace("TZID=Europe/Paris:20261124T10", "TZID=Europe/Paris:20261124T16"));
        office.feed.poll();
        assertThat(office.told).singleElement().asString().contains("has moved", "A-100001", "24 November", "15:00");
        Appointment moved = office.rows.find("A-100001").orElseThrow();
        assertThat(moved.start()).isEqualTo(Office.at("2026-11-24T15:00:00+01:00"));
        assertThat(starts()).contains("2026-11-24T09:00").doesNotContain("2026-11-24T15:00");
        office.drain();
        office.feed.poll();
        assertThat(office.told).hasSize(1);

        tina.send("DELETE", "/" + NAME, Map.of(), null);
        office.feed.poll();
        assertThat(office.told).hasSize(2).last().asString().contains("has cancelled", "A-100001");
        assertThat(office.rows.find("A-100001").orElseThrow().state()).isEqualTo(Appointment.State.CANCELLED);
        office.drain();
        assertThat(there(NAME)).isEmpty();
    }

    @Test
    void nobodyLosesTheirTimeToAnAppointmentMovedOntoIt() {
        booked("2026-11-24T09:00");
        booked("2026-11-24T15:00");
        edit(event -> event.replace("TZID=Europe/Paris:20261124T09", "TZID=Europe/Paris:20261124T15")
                .replace("TZID=Europe/Paris:20261124T10", "TZID=Europe/Paris:20261124T16"));
        office.feed.poll();
        office.drain();
        assertThat(office.rows.find("A-100001").orElseThrow().start())
                .isEqualTo(Office.at("2026-11-24T09:00:00+01:00"));
        assertThat(there(NAME))
                .hasValueSatisfying(event -> assertThat(event).contains("DTSTART;TZID=Europe/Paris:20261124T090000"));
        assertThat(office.told).isEmpty();
    }

    private void put(String name, String times, @Nullable String etag) {
        String event =
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//tina//EN\nBEGIN:VTIMEZONE\nTZID:Europe/Paris\nBEGIN:STANDARD\n"
                        + "DTSTART:20251026T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:"
                        + name + "\nDTSTAMP:20261101T000000Z\nSUMMARY:Private\n" + times
                        + "\nEND:VEVENT\nEND:VCALENDAR\n";
        write(name, event, etag);
    }

    private void edit(java.util.function.UnaryOperator<String> change) {
        Answer now = tina.get("/" + NAME);
        write(NAME, change.apply(now.text()), now.etag());
    }

    private void write(String name, String event, @Nullable String etag) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "text/calendar; charset=utf-8"));
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        String lines = event.replace("\r", "").replace("\n", "\r\n");
        Answer answer = tina.send("PUT", "/" + name, headers, lines.getBytes(UTF_8));
        assertThat(answer.ok()).as(answer.status() + answer.text()).isTrue();
    }
}
