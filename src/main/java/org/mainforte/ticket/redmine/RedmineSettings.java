package org.mainforte.ticket.redmine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redmine is. Its issues need a custom field named {@code External Key} that is used as a filter; the fields
 * {@code Site} and {@code Equipment} are filled where they exist.
 *
 * @param key the API key of a user who may add and see issues and notes in the project
 * @param project its identifier
 * @param keyField the id of the custom field; 0 looks it up by its name
 */
@ConfigurationProperties("mainforte.ticket.redmine")
public record RedmineSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String key,
        @DefaultValue("") String project,
        @DefaultValue("0") int keyField) {}
