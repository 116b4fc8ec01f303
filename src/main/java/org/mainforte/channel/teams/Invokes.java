package org.mainforte.channel.teams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.Clicks.Pressed;
import org.mainforte.channel.teams.Clicks.Result;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.channel.teams.card.Press;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.conversation.Message;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Activities whose HTTP reply is the answer: a button of a card ({@code adaptiveCard/action}) and feedback. */
@Component
class Invokes {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String ERROR = "application/vnd.microsoft.error";

    private final Identity identity;
    private final Chats chats;
    private final Clicks clicks;
    private final Links links;
    private final Outcome outcome;
    private final Opinions opinions;
    private final Follower follower;
    private final Typing typing;
    private final Drawing drawing;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Invokes(
            Identity identity,
            Chats chats,
            Clicks clicks,
            Links links,
            Outcome outcome,
            Opinions opinions,
            Follower follower,
            Typing typing,
            Drawing drawing,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.identity = identity;
        this.chats = chats;
        this.clicks = clicks;
        this.links = links;
        this.outcome = outcome;
        this.opinions = opinions;
        this.follower = follower;
        this.typing = typing;
        this.drawing = drawing;
        this.transaction = transaction;
        this.json = json;
    }

    /** The body of the reply. */
    Map<String, Object> answer(Activity activity) {
        String name = activity.text("name");
        Optional<Employee> employee = identity.of(activity);
        return switch (name == null ? "" : name) {
            case "adaptiveCard/action" ->
                employee.isEmpty()
                        ? polite(identity.language(activity), "teams.unknown-person")
                        : click(activity, employee.get());
            case "message/submitAction" -> {
                employee.ifPresent(person -> opinions.note(activity, person));
                // Teams calls anything but an empty answer an error.
                yield Map.of();
            }
            case "message/fetchTask" -> task(identity.language(activity));
            default -> error(501, "NotImplemented", "This invoke is not known here");
        };
    }

    private Map<String, Object> click(Activity activity, Employee employee) {
        JsonNode data = activity.at("value", "action", "data");
        Optional<Press> read = Press.read(data);
        if (read.isEmpty()) {
            return error(400, "BadRequest", "This card is not one of ours");
        }
        Press press = read.get();
        Pressed pressed = transaction.execute(status -> press(activity, employee, press));
        if (pressed == null) {
            return polite(employee.language(), "teams.click.not-yours");
        }
        Message message = pressed.message();
        if (message == null || pressed.result() == Result.CLOSED) {
            return reply(drawing.noteCard(employee.language(), Refusals.text(pressed.result(), employee.language())));
        }
        if (pressed.result() == Result.ALREADY) {
            return again(press, message, pressed);
        }
        String replyTo = activity.text("replyToId");
        if (message.proposal() == null) {
            follower.follow(press.conversation());
            typing.work(String.valueOf(activity.text("serviceUrl")), activity.chat(), press.conversation());
            return reply(drawing.card(press.conversation(), message, pressed.label()));
        }
        Message now = outcome.of(press.conversation(), pressed.said(), replyTo);
        follower.follow(press.conversation());
        return reply(
                now == null
                        ? drawing.card(press.conversation(), message, pressed.label())
                        : drawing.card(press.conversation(), now, null));
    }

    private @Nullable Pressed press(Activity activity, Employee employee, Press press) {
        Chat chat = chats.lock(activity);
        boolean foreign =
                !chat.personal() || chat.person() != null && !chat.person().equals(employee.id());
        if (foreign) {
            return null;
        }
        chats.belongs(chat.id(), employee.id());
        Pressed pressed = clicks.press(chat, employee, press, activity.id(), true);
        Message message = pressed.message();
        if (pressed.result() == Result.TAKEN && message != null && message.proposal() != null) {
            links.await(press.conversation(), Outcome.HELD_SECONDS);
        }
        return pressed;
    }

    /** A card that was used: what came of it then, and nothing new. */
    private Map<String, Object> again(Press press, Message message, Pressed before) {
        Message then = message.proposal() == null ? null : outcome.told(press.conversation(), before.said());
        Message shown = then == null ? message : then;
        String label = then == null ? before.label() : Texts.get(message.language(), "teams.click.already");
        return reply(drawing.card(press.conversation(), shown, label));
    }

    /** The form behind the thumbs, for clients that ask the bot for it; what it sends comes as {@code message/submitAction}. */
    private Map<String, Object> task(Language language) {
        Map<String, Object> card = Map.of("contentType", CARD, "content", json.readTree(drawing.opinionCard(language)));
        Map<String, Object> value = Map.of("title", Texts.get(language, "teams.opinion.title"), "card", card);
        return Map.of("task", Map.of("type", "continue", "value", value));
    }

    private Map<String, Object> polite(Language language, String key) {
        return reply(drawing.noteCard(language, Texts.get(language, key)));
    }

    private Map<String, Object> reply(String card) {
        return body(200, CARD, json.readTree(card));
    }

    private static Map<String, Object> error(int status, String code, String message) {
        return body(status, ERROR, Map.of("code", code, "message", message));
    }

    private static Map<String, Object> body(int status, String type, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statusCode", status);
        body.put("type", type);
        body.put("value", value);
        return body;
    }
}
