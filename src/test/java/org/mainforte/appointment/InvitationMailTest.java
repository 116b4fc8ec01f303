package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.appointment.embedded.EmbeddedCalendar;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.servers.Servers;
import org.mainforte.site.Databases;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Invitations over SMTP, as a mail program receives them. */
class InvitationMailTest {
    private static final String NOW = "2026-11-23T08:00:00+01:00";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private GreenMail server = new GreenMail();
    private Office office = new Office();

    @BeforeEach
    void start() throws IOException {
        int port = Servers.freePort();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "1000");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "1000");
        office = new Office(Databases.fresh(), new EmbeddedCalendar(), sender);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Appointment book(String person) {
        return office.appointments.book(new Booking(
                Office.employee(person, "strasbourg", Language.EN),
                Language.EN,
                "strasbourg~2026-11-24T09:00~team-strasbourg",
                "Screen stays black",
                null,
                "r-1",
                "r-1",
                Office.at(NOW)));
    }

    @Test
    void everyVersionIsOneMailThatReplacesTheLast() throws Exception {
        server.start();
        book("emma");
        office.drain();
        office.appointments.move("A-100001", "strasbourg~2026-11-25T10:00~team-strasbourg", null, Office.at(NOW));
        office.drain();
        office.appointments.cancel("A-100001", Office.at(NOW));
        office.drain();
        List<MimeMessage> mails = Arrays.asList(server.getReceivedMessages());
        assertThat(mails).hasSize(3);
        assertThat(mails.getFirst().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("emma@example.test");
        assertThat(mails.getFirst().getSubject()).isEqualTo("IT visit: A-100001");
        assertThat(words(mails.getFirst())).contains("Your appointment A-100001", "Tuesday 24 November", "09:00");
        assertThat(calendar(mails.get(0)))
                .contains("METHOD:REQUEST", "SEQUENCE:0", "UID:A-100001@mainforte", "BEGIN:VTIMEZONE")
                .contains("DTSTART;TZID=Europe/Paris:20261124T090000")
                .contains("ORGANIZER:mailto:it@example.test", "ATTENDEE:mailto:emma@example.test");
        assertThat(calendar(mails.get(1))).contains("METHOD:REQUEST", "SEQUENCE:1", "20261125T100000");
        assertThat(calendar(mails.get(2))).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
        assertThat(mails.get(2).getSubject()).isEqualTo("Cancelled: IT visit A-100001");
    }

    @Test
    void aMailServerThatIsDownDelaysOneMailUnderOneName() throws Exception {
        book("emma");
        await().until(() -> {
            office.courier.sweep();
            return attempts() > 2;
        });
        String id = messageId();
        server.start();
        office.drain();
        assertThat(server.getReceivedMessages())
                .singleElement()
                .satisfies(mail -> assertThat(mail.getMessageID()).isEqualTo(id));
    }

    /** Frozen, then cut off after the mail was given, then not now, then at last: the same mail each time. */
    @Test
    void whateverTheServerDoesTheBookingStandsAndTheMailIsTheSame() throws Exception {
        try (var moody = new SmtpDouble(SmtpDouble.Mood.FROZEN)) {
            sender.setPort(moody.port());
            assertThat(book("emma").planned()).isTrue();
            String id = messageId();
            sweepUntil(() -> moody.visits() >= 2);
            moody.becomes(SmtpDouble.Mood.LATER);
            int before = moody.visits();
            sweepUntil(() -> moody.visits() >= before + 2);
            moody.becomes(SmtpDouble.Mood.CUT_AFTER_DATA);
            sweepUntil(() -> !moody.mails.isEmpty());
            moody.becomes(SmtpDouble.Mood.KIND);
            office.drain();
            assertThat(office.outbox.needingAttention()).isEmpty();
            assertThat(moody.mails)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(mail -> assertThat(mail)
                            .containsOnlyOnce("Message-ID: " + id)
                            .containsOnlyOnce("METHOD:REQUEST")
                            .containsOnlyOnce("SEQUENCE:0"));
        }
    }

    @Test
    void aRefusedMailIsShownAndTriedAgainWhenSomebodySaysSo() throws Exception {
        for (var mood : List.of(SmtpDouble.Mood.NEVER, SmtpDouble.Mood.NOT_THIS_MAIL)) {
            try (var strict = new SmtpDouble(mood)) {
                office = new Office(Databases.fresh(), new EmbeddedCalendar(), sender);
                sender.setPort(strict.port());
                assertThat(book("emma").planned()).isTrue();
                sweepUntil(() -> {
                    office.jdbc
                            .sql(
                                    "update errand set next_attempt_at = current_timestamp where waiting = 'refusal' and attention is null")
                            .update();
                    return !office.outbox.needingAttention().isEmpty();
                });
                assertThat(office.outbox.needingAttention())
                        .singleElement()
                        .satisfies(one -> assertThat(one.attention())
                                .containsAnyOf("No such mailbox", "Calendars are not taken here"));
                strict.becomes(SmtpDouble.Mood.KIND);
                strict.mails.clear();
                office.transaction.executeWithoutResult(
                        status -> office.attention.retry(new PersonId("mona"), InvitationMail.KIND, "A-100001/0"));
                office.drain();
                assertThat(strict.mails).hasSize(1);
                assertThat(office.attention.decisions()).singleElement().satisfies(decision -> {
                    assertThat(decision.person()).isEqualTo("mona");
                    assertThat(decision.action()).isEqualTo("retry");
                });
            }
        }
    }

    private void sweepUntil(BooleanSupplier holds) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    office.courier.sweep();
                    return holds.getAsBoolean();
                });
    }

    /** Read as a calendar program reads it, by nothing but what stands in the mail: the zone's rules are in it. */
    @Test
    void theHourIsRightInEverySeasonByTheRulesInTheMailItself() throws Exception {
        server.start();
        String spring = "2027-03-22T08:00:00+01:00";
        String autumn = "2027-10-25T08:00:00+02:00";
        book("s1", "2027-03-25T09:00", spring);
        book("s2", "2027-03-30T09:00", spring);
        book("a1", "2027-10-29T09:00", autumn);
        book("a2", "2027-11-02T09:00", autumn);
        office.appointments.move("A-100001", "strasbourg~2027-03-31T10:00~team-strasbourg", null, Office.at(spring));
        office.appointments.cancel("A-100001", Office.at(spring));
        office.drain();
        List<String> read = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            Calendar invitation = new CalendarBuilder().build(new StringReader(calendar(mail)));
            VEvent event = invitation.<VEvent>getComponent(Component.VEVENT).orElseThrow();
            ZonedDateTime start =
                    event.<ZonedDateTime>getStartDate().orElseThrow().getDate();
            VTimeZone zone =
                    invitation.<VTimeZone>getComponent(Component.VTIMEZONE).orElseThrow();
            var rule = Objects.requireNonNull(zone.getApplicableObservance(start));
            read.add(event.getUid().orElseThrow().getValue() + " "
                    + Objects.requireNonNull(invitation.getMethod()).getValue() + " "
                    + Objects.requireNonNull(event.getSequence()).getSequenceNo() + " " + start.toLocalDateTime() + " "
                    + rule.getProperty(Property.TZOFFSETTO).orElseThrow().getValue());
        }
        assertThat(read)
                .containsExactlyInAnyOrder(
                        "A-100001@mainforte REQUEST 0 2027-03-25T09:00 +0100",
                        "A-100002@mainforte REQUEST 0 2027-03-30T09:00 +0200",
                        "A-100003@mainforte REQUEST 0 2027-10-29T09:00 +0200",
                        "A-100004@mainforte REQUEST 0 2027-11-02T09:00 +0100",
                        "A-100001@mainforte REQUEST 1 2027-03-31T10:00 +0200",
                        "A-100001@mainforte CANCEL 2 2027-03-31T10:00 +0200");
    }

    private void book(String request, String slot, String now) {
        office.appointments.book(new Booking(
                Office.employee("emma", "strasbourg", Language.EN),
                Language.EN,
                "strasbourg~" + slot + "~team-strasbourg",
                "Screen stays black",
                null,
                request,
                request,
                Office.at(now)));
    }

    @Test
    void whoHasNoAddressGetsNoMail() {
        server.start();
        book("lea");
        assertThat(office.outbox.count("mail", false)).isZero();
    }

    private int attempts() {
        return office.jdbc
                .sql("select attempts from errand")
                .query(Integer.class)
                .single();
    }

    private String messageId() {
        return office.jdbc
                .sql("select message_id from appointment_mail")
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static String words(MimeMessage mail) throws MessagingException, IOException {
        return Objects.toString(
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
    }

    private static String calendar(MimeMessage mail) throws MessagingException, IOException {
        var part = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat(part.getContentType()).startsWith("text/calendar").contains("method=");
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }
}
