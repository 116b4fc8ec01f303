package org.mainforte.appointment;

import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.UUID;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.outside.Errand;
import org.mainforte.outside.Outbox;
import org.mainforte.people.Directory;
import org.mainforte.site.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Invites employees by mail to their appointments, and calls them off: one mail for each version (RFC 6047). */
@Component
class InvitationMail implements Errand {
    static final String KIND = "mail";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Directory directory;
    private final Technicians technicians;
    private final Sites sites;
    private final MailSettings settings;
    private final ObjectProvider<JavaMailSender> server;

    InvitationMail(
            JdbcClient jdbc,
            Outbox outbox,
            Directory directory,
            Technicians technicians,
            Sites sites,
            MailSettings settings,
            ObjectProvider<JavaMailSender> server) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.directory = directory;
        this.technicians = technicians;
        this.sites = sites;
        this.settings = settings;
        this.server = server;
    }

    /** In the transaction of the change: the mail says how the appointment was then. */
    @EventListener
    void changed(AppointmentChanged event) {
        Appointment appointment = event.appointment();
        if (appointment.state() == Appointment.State.DONE || server.getIfAvailable() == null) {
            return;
        }
        directory
                .find(appointment.person())
                .ifPresent(employee -> Optional.ofNullable(employee.mail())
                        .ifPresent(mail -> write(appointment, employee.language(), mail)));
    }

    private void write(Appointment appointment, Language language, String mail) {
        String technician = technicians
                .required(appointment.technician(), sites.required(appointment.site()))
                .name(language);
        boolean off = appointment.state() == Appointment.State.CANCELLED;
        String text = Texts.get(
                language,
                off ? "appointment.mail.cancelled" : "appointment.mail.planned",
                appointment.reference(),
                Texts.moment(language, appointment.start()),
                appointment.place(),
                technician);
        jdbc.sql("""
                insert into appointment_mail (appointment, version, message_id, recipient, title, words, method, calendar)
                values (:appointment, :version, :id, :recipient, :title, :words, :method, :calendar)
                on conflict do nothing""")
                .param("appointment", appointment.reference())
                .param("version", appointment.version())
                .param("id", "<" + UUID.randomUUID() + "@mainforte>")
                .param("recipient", mail)
                .param(
                        "title",
                        Texts.get(
                                language,
                                off ? "appointment.mail.off" : "appointment.invitation",
                                appointment.reference()))
                .param("words", text)
                .param("method", off ? "CANCEL" : "REQUEST")
                .param("calendar", CalendarFile.invitation(appointment, technician, language, settings.from(), mail))
                .update();
        outbox.put(KIND, subject(appointment));
    }

    private static String subject(Appointment appointment) {
        return appointment.reference() + "/" + appointment.version();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String destination() {
        return "mail";
    }

    @Override
    public void run(String subject, int attempt) {
        int slash = subject.lastIndexOf('/');
        String reference = subject.substring(0, slash);
        int version = Integer.parseInt(subject.substring(slash + 1));
        jdbc.sql("select * from appointment_mail where appointment = :reference and version = :version")
                .param("reference", reference)
                .param("version", version)
                .query((row, number) -> new Invitation(
                        row.getString("message_id"),
                        row.getString("recipient"),
                        row.getString("title"),
                        row.getString("words"),
                        row.getString("method"),
                        row.getString("calendar")))
                .optional()
                .ifPresent(this::send);
        forget(reference, version);
    }

    /** The appointment stands without its mail; it is in the conversation and can be fetched as a file. */
    @Override
    public void giveUp(String subject) {
        int slash = subject.lastIndexOf('/');
        forget(subject.substring(0, slash), Integer.parseInt(subject.substring(slash + 1)));
    }

    private void forget(String reference, int version) {
        jdbc.sql("delete from appointment_mail where appointment = :reference and version = :version")
                .param("reference", reference)
                .param("version", version)
                .update();
    }

    private void send(Invitation invitation) {
        JavaMailSender sender = server.getObject();
        MimeMessage message = sender.createMimeMessage();
        invitation.send(message, settings.from(), sender);
    }

    void clear() {
        outbox.clear(KIND);
        jdbc.sql("delete from appointment_mail").update();
    }
}
