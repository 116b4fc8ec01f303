package org.mainforte.channel.teams;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Feedbacks;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Thumbs up or down under an answer. Teams names the message and sends JSON in a text; the local client sends plain text alone. */
@Component
class Opinions {
    private static final Logger LOG = LoggerFactory.getLogger(Opinions.class);
    private static final int LONGEST = 2_000;

    private final Feedbacks feedbacks;
    private final Conversations conversations;
    private final Outbox outbox;
    private final JsonMapper json;

    Opinions(Feedbacks feedbacks, Conversations conversations, Outbox outbox, JsonMapper json) {
        this.feedbacks = feedbacks;
        this.conversations = conversations;
        this.outbox = outbox;
        this.json = json;
    }

    void note(Activity activity, Employee employee) {
        String reaction = activity.text("value", "actionValue", "reaction");
        boolean helpful = "like".equals(reaction);
        if (!helpful && !"dislike".equals(reaction)) {
            return;
        }
        Optional<Outbox.Place> place = outbox.sentAs(activity.chat(), activity.text("replyToId"));
        place.filter(found -> owns(found, employee)).ifPresent(found -> {
            try {
                feedbacks.note(
                        found.conversation(),
                        found.seq(),
                        helpful,
                        comment(activity.at("value", "actionValue", "feedback")));
            } catch (Problem refused) {
                LOG.info("An opinion about message {} was not kept: {}", found.seq(), refused.code());
            }
        });
    }

    private boolean owns(Outbox.Place place, Employee employee) {
        Conversation found = conversations.find(place.conversation());
        return found != null && found.person().equals(employee.id());
    }

    private @Nullable String comment(JsonNode feedback) {
        String text = feedback.isObject() ? feedback.path("feedbackText").asString("") : feedback.asString("");
        if (text.startsWith("{")) {
            try {
                text = json.readTree(text).path("feedbackText").asString(text);
            } catch (JacksonException plain) {
                LOG.debug("Feedback that only looks like JSON");
            }
        }
        return text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
