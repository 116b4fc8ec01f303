package org.mainforte.channel.teams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mainforte.channel.teams.Arrivals.Arrival;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.channel.teams.card.Press;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Input;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** What an activity means: words, a click, a file, an arrival. Everything happens in the caller's transaction. */
@Component
class Reading {
    private static final Runnable NOTHING = () -> {};
    /** A flood is worked off at the assistant's pace, so that what comes in is still acknowledged at once. */
    private static final Duration BREATH = Duration.ofMillis(300);

    private final Arrivals arrivals;
    private final Chats chats;
    private final Outbox outbox;
    private final Courier courier;
    private final Conversations conversations;
    private final Rooms rooms;
    private final Welcome welcome;
    private final Clicks clicks;
    private final Files files;
    private final Follower follower;
    private final Typing typing;
    private final Identity identity;
    private final Answered answered;
    private final Drawing drawing;

    Reading(
            Arrivals arrivals,
            Chats chats,
            Outbox outbox,
            Courier courier,
            Conversations conversations,
            Rooms rooms,
            Welcome welcome,
            Clicks clicks,
            Files files,
            Follower follower,
            Typing typing,
            Identity identity,
            Answered answered,
            Drawing drawing) {
        this.arrivals = arrivals;
        this.chats = chats;
        this.outbox = outbox;
        this.courier = courier;
        this.conversations = conversations;
        this.rooms = rooms;
        this.welcome = welcome;
        this.clicks = clicks;
        this.files = files;
        this.follower = follower;
        this.typing = typing;
        this.identity = identity;
        this.answered = answered;
        this.drawing = drawing;
    }

    /** Does what an activity says; the result is for after the commit. */
    Runnable read(Chat chat, Arrival arrival, Activity activity, Files.Fetched fetched) {
        switch (arrival.kind()) {
            case EVENT -> {
                arrivals.done(arrival);
                return welcome.event(chat, activity);
            }
            case EDIT -> {
                if (arrivals.over(chat.id(), activity.id())) {
                    arrivals.done(arrival);
                } else {
                    arrivals.noted(arrival);
                }
                return NOTHING;
            }
            case DELETE -> {
                arrivals.done(arrival);
                return NOTHING;
            }
            case MESSAGE -> {
                Activity last = arrivals.edited(chat.id(), activity.id()).orElse(activity);
                boolean deleted = arrivals.deleted(chat.id(), activity.id());
                arrivals.done(arrival);
                return deleted ? NOTHING : message(chat, activity, last.words(), fetched);
            }
        }
        return NOTHING;
    }

    private Runnable message(Chat chat, Activity activity, String words, Files.Fetched fetched) {
        if (!chat.personal()) {
            return welcome.inGroup(chat, activity, words);
        }
        Optional<Employee> employee = identity.of(activity);
        if (employee.isEmpty()) {
            return welcome.unknown(chat, activity);
        }
        Optional<Press> press = activity.at("value").isObject() ? Press.read(activity.at("value")) : Optional.empty();
        if (press.isPresent()) {
            return pressed(chat, employee.get(), press.get(), activity);
        }
        if (words.isBlank() && fetched.files().isEmpty()) {
            return NOTHING;
        }
        if (words.length() > Conversations.LONGEST_TEXT) {
            return note(
                    chat,
                    activity,
                    Texts.get(employee.get().language(), "problem.text-too-long", Conversations.LONGEST_TEXT),
                    employee.get().language());
        }
        Optional<String> link = Rooms.resumeToken(words);
        if (link.isPresent()) {
            return rooms.resume(chat, employee.get(), link.get(), activity);
        }
        return said(chat, employee.get(), activity, words, fetched);
    }

    private Runnable said(Chat chat, Employee employee, Activity activity, String words, Files.Fetched fetched) {
        Conversation conversation = rooms.current(chat, employee);
        ConversationId id = conversation.id();
        List<String> told = files.keep(id, fetched, conversation.language());
        if (!told.isEmpty()) {
            note(chat, activity, String.join("\n\n", told), conversation.language());
        }
        if (words.isBlank()) {
            return () -> follower.follow(id);
        }
        int said = conversations.say(id, employee, Clicks.clientId(chat.id(), activity.id()), Input.text(words));
        typing.start(chat.serviceUrl(), chat.id());
        return () -> {
            follower.follow(id);
            answered.await(id, said, BREATH);
            typing.keepUp(chat.serviceUrl(), chat.id(), id);
        };
    }

    private Runnable pressed(Chat chat, Employee employee, Press press, Activity activity) {
        chats.belongs(chat.id(), employee.id());
        Clicks.Pressed pressed = clicks.press(chat, employee, press, activity.id(), false);
        if (pressed.result() == Clicks.Result.TAKEN && pressed.message() != null) {
            outbox.redraw(
                    chat.id(),
                    press.conversation(),
                    press.seq(),
                    "pressed-" + pressed.said(),
                    drawing.pressed(press.conversation(), pressed.message(), pressed.label()));
            courier.wakeAfterCommit(chat.id());
            return () -> {
                follower.follow(press.conversation());
                typing.work(chat.serviceUrl(), chat.id(), press.conversation());
            };
        }
        return note(chat, activity, Refusals.text(pressed.result(), employee.language()), employee.language());
    }

    /** Tells the person that their message could not be handled. */
    void gaveUp(Chat chat, Activity activity) {
        Language language = identity.language(activity);
        note(chat, activity, Texts.get(language, "teams.gave-up"), language);
    }

    private Runnable note(Chat chat, Activity activity, String text, Language language) {
        outbox.note(chat.id(), activity.id(), drawing.note(language, text, null, null));
        courier.wakeAfterCommit(chat.id());
        return NOTHING;
    }
}
