package org.mainforte.ticket.requesttracker;

import java.util.Map;
import org.mainforte.ticket.TicketCategory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Request Tracker is and how tickets are put there. The queues need a custom field named {@code External Key}; the fields
 * {@code Site} and {@code Equipment} are filled where they exist.
 *
 * @param url without {@code /REST/2.0}
 * @param token of a user who may create, see, comment on and reply to tickets in the queues and set their custom fields
 * @param queue for everything that has no queue of its own
 * @param queues by category, for instance {@code queues.security=Security}
 */
@ConfigurationProperties("mainforte.ticket.request-tracker")
public record RequestTrackerSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @DefaultValue("General") String queue,
        @DefaultValue Map<String, String> queues) {
    String queue(TicketCategory category) {
        return queues.getOrDefault(category.written(), queue);
    }
}
