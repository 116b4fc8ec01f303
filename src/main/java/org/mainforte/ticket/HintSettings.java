package org.mainforte.ticket;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param hintSecret what the ticket system signs its hints with; without one no hint is taken */
@ConfigurationProperties("mainforte.ticket")
public record HintSettings(@DefaultValue("") String hintSecret) {}
