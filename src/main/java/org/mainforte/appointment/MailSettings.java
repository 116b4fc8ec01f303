package org.mainforte.appointment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Mainforte writes mail; the server is set by {@code spring.mail.*}, and nothing is written while none is.
 *
 * @param from the sender, also the organizer of the invitations
 */
@ConfigurationProperties("mainforte.mail")
public record MailSettings(
        @DefaultValue("mainforte@localhost") String from) {}
