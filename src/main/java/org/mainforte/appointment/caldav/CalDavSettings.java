package org.mainforte.appointment.caldav;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the technicians' calendars are.
 *
 * @param url with {@code {technician}} where the technician's id belongs, for instance
 *     {@code https://calendar.example/{technician}/visits/}; without it, the first calendar below {@code <url>/<technician>/}
 * @param username somebody who may read and write all of them
 */
@ConfigurationProperties("mainforte.calendar.caldav")
public record CalDavSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password) {}
