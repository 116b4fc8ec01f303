package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.appointment.embedded.EmbeddedCalendar;
import org.mainforte.kernel.Language;
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
