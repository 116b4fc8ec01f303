package org.mainforte.appointment;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** A mail with words for people and a calendar object for their program: multipart/alternative, as RFC 6047 has it. */
record Invitation(String messageId, String recipient, String title, String words, String method, String calendar) {
    /**
     * @throws Unavailable when the mail server could not be reached, or nobody knows whether it took the mail
     * @throws Refused when it does not want this mail
     */
    void send(MimeMessage message, String from, JavaMailSender server) {
        try {
            fill(message, from);
            server.send(message);
        } catch (AddressException noAddress) {
            throw new Refused("Not a mail address: " + noAddress.getRef());
        } catch (MailAuthenticationException noEntry) {
            throw new Refused("The mail server does not let us in: see spring.mail.username and .password");
        } catch (MailSendException failure) {
            throw refusedFor(failure) == null
                    ? new Unavailable("The mail server: " + failure.getMessage(), failure)
                    : new Refused("The mail server does not take it: " + refusedFor(failure));
        } catch (MailException | MessagingException unusable) {
            throw new Refused("The mail cannot be written: " + unusable.getMessage());
        }
    }

    private void fill(MimeMessage message, String from) throws MessagingException {
        message.setHeader("Message-ID", messageId);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(title, UTF_8.name());
        // Nobody's absence note answers a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText(words, UTF_8.name());
        var object = new MimeBodyPart();
        String type = "text/calendar; charset=UTF-8; method=" + method;
        object.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.getBytes(UTF_8), type)));
        object.setFileName("invite.ics");
        object.setHeader("Content-Type", type + "; name=invite.ics");
        message.setContent(new MimeMultipart("alternative", text, object));
    }

    /** What the server says it will never take (RFC 5321, 4.2.1: 5yz); null when it may take it later. */
    private static @Nullable String refusedFor(MailSendException failure) {
        for (Exception one : failure.getMessageExceptions()) {
            if (one instanceof SMTPSendFailedException refused && refused.getReturnCode() / 100 == 5) {
                return refused.getMessage();
            }
            if (one instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return refused.getMessage();
            }
        }
        return null;
    }
}
