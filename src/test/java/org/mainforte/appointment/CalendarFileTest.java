package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

class CalendarFileTest {
    private static Appointment appointment(Appointment.State state, int version, String reason) {
        return new Appointment(
                "A-100001",
                new PersonId("emma"),
                new SiteId("strasbourg"),
                "tina",
                Instant.parse("2026-11-24T09:00:00Z"),
                Instant.parse("2026-11-24T10:00:00Z"),
                "Strasbourg, à votre bureau",
                reason,
                null,
                state,
                version,
                Instant.parse("2026-11-23T08:00:00Z"));
    }

    private static String unfolded(Appointment appointment, Language language) {
        return CalendarFile.published(appointment, "Tina Meyer", language).replace("\r\n ", "");
    }

    @Test
    void anInvitationSaysWhenInParisAndHowOftenItChanged() {
        assertThat(unfolded(appointment(Appointment.State.MOVED, 2, "écran cassé"), Language.FR))
                .contains("METHOD:PUBLISH\r\n", "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n")
                .contains("DTSTART;TZID=Europe/Paris:20261124T100000\r\n")
                .containsPattern("DURATION:PT1H\r\n|DTEND;TZID=Europe/Paris:20261124T110000\r\n")
                .contains("UID:A-100001@mainforte\r\n", "SEQUENCE:2\r\n", "STATUS:CONFIRMED\r\n")
                .contains("SUMMARY:Intervention informatique\u202f: A-100001\r\n")
                .contains("LOCATION:Strasbourg\\, à votre bureau\r\n")
                .containsOnlyOnce("DTSTAMP:20261123T080000Z\r\n");
    }

    @Test
    void aCancelledOneIsTakenOutOfTheCalendar() {
        assertThat(unfolded(appointment(Appointment.State.CANCELLED, 1, "x"), Language.EN))
                .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SUMMARY:IT visit: A-100001\r\n");
    }

    @Test
    void aReasonCannotAddLinesToTheFile() {
        assertThat(unfolded(
                        appointment(Appointment.State.BOOKED, 0, "x\r\nATTENDEE:mailto:evil@example.test;,\\"),
                        Language.EN))
                .doesNotContain("\nATTENDEE")
                .doesNotContain("\rATTENDEE");
    }
}
