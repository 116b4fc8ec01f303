package org.mainforte.appointment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
        Answer all = tina.send(
                "PROPFIND", "/", Map.of("Depth", "1"), "<propfind xmlns=\"DAV:\"><prop/></propfind>".getBytes(UTF_8));
        Pattern.compile("([^/<>]+\\.ics)<")
                .matcher(all.text())
                .results()
                .forEach(found -> tina.send("DELETE", "/" + found.group(1), Map.of(), null));
        office = new Office(Databases.fresh(), calendar);
        office.transaction.executeWithoutResult(
                status -> office.technicians.record("tina", "Tina Meyer", List.of(new SiteId("strasbourg"))));
    }

    private Appointment booked(String slot) {
        Appointment appointment = office.appointments.book(new Booking(
                Office.employee("emma", "strasbourg", Language.EN),
                Language.EN,
                "strasbourg~" + slot + "~tina",
                "Screen stays black, l'écran",
                null,
                slot,
                slot,
                Office.at(NOW),
                new ConversationId("c-1")));
        office.drain();
        return appointment;
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
