package org.mainforte.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Dialogue;
import org.mainforte.conversation.Feedbacks;
import org.mainforte.conversation.Input;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Standing;
import org.mainforte.conversation.Standings;
import org.mainforte.conversation.Translations;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.mainforte.people.SignIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conversations over HTTP, for their own employee. Blocking on virtual threads; the event stream is {@link EventController}. */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {
    private static final int LONGEST_VALUE = 4_000;
    private static final int MOST_VALUES = 50;

    private final Conversations conversations;
    private final Standings standings;
    private final Translations translations;
    private final Feedbacks feedbacks;
    private final SignIn signIn;

    ConversationController(
            Conversations conversations,
            Standings standings,
            Translations translations,
            Feedbacks feedbacks,
            SignIn signIn) {
        this.translations = translations;
        this.standings = standings;
        this.conversations = conversations;
        this.feedbacks = feedbacks;
        this.signIn = signIn;
    }

    record Opening(@Nullable String language, @Nullable String entry) {}

    /** @param translates whether messages can be asked for in another language */
    record Opened(
            ConversationId id,
            ConversationState state,
            Language language,
            List<Message> greeting,
            boolean translates) {}

    @PostMapping
    ResponseEntity<Opened> open(
            @AuthenticationPrincipal Jwt token, @RequestBody(required = false) @Nullable Opening body) {
        Employee employee = signIn.employee(token);
        String entry = body == null ? null : body.entry();
        if (entry != null && entry.length() > 200) {
            throw new Problem(413, "text-too-long", 200);
        }
        Language language = body == null || body.language() == null ? null : language(body.language());
        Conversation open = conversations.open(employee, language, entry);
        return ResponseEntity.created(URI.create("/api/conversations/" + open.id()))
                .body(new Opened(
                        open.id(),
                        open.state(),
                        open.language(),
                        conversations.all(open.id()),
                        translations.possible()));
    }

    private static Language language(String given) {
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "fr", "fr-fr" -> Language.FR;
            case "en", "en-gb", "en-us" -> Language.EN;
            default -> throw new Problem(422, "language-unknown");
        };
    }

    /** @param survey true when the question asked at its end still waits for an answer */
    record Listed(
            ConversationId id,
            ConversationState state,
            Language language,
            OffsetDateTime createdAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean survey) {}

    @GetMapping
    List<Listed> mine(@AuthenticationPrincipal Jwt token) {
        return conversations.of(signIn.employee(token)).stream()
                .map(found -> new Listed(
                        found.id(),
                        found.state(),
                        found.language(),
                        found.createdAt().atZone(ActingClock.PARIS).toOffsetDateTime(),
                        found.state() == ConversationState.CLOSED
                                ? standings.of(found).survey()
                                : null))
                .toList();
    }

    record Whole(
            ConversationId id,
            ConversationState state,
            Language language,
            List<Message> messages,
            Dialogue.@Nullable Filling draft,
            @Nullable String guide,
            boolean idle,
            @Nullable Integer queuePosition,
            @Nullable Integer waitMinutes,
            @Nullable String agent,
            boolean translates) {}

    @GetMapping("/{id}")
    Whole whole(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        Conversation found = conversations.mine(id, signIn.employee(token, id));
        Standing standing = standings.of(found);
        return new Whole(
                found.id(),
                found.state(),
                found.language(),
                conversations.all(id),
                found.dialogue().filling(),
                found.dialogue().guide(),
                found.idle(),
                standing.queuePosition(),
                standing.waitMinutes(),
                standing.agent(),
                translations.possible());
    }

    record Said(
            @Nullable String clientId,
            @Nullable String text,
            @Nullable String choice,
            @Nullable String form,
            @Nullable Map<String, @Nullable Object> values) {}

    record Stored(int seq) {}

    @PostMapping("/{id}/messages")
    ResponseEntity<Stored> say(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Said said) {
        Employee employee = signIn.employee(token, id);
        int seq = conversations.say(id, employee, clientId(said.clientId()), input(said));
        return ResponseEntity.accepted().body(new Stored(seq));
    }

    private static String clientId(@Nullable String given) {
        if (given == null || !given.matches("[0-9A-Za-z-]{8,36}")) {
            throw new Problem(422, "client-id-invalid");
        }
        return given.toLowerCase(Locale.ROOT);
    }

    private static Input input(Said said) {
        int given = (said.text() == null ? 0 : 1) + (said.choice() == null ? 0 : 1) + (said.form() == null ? 0 : 1);
        if (given != 1) {
            throw new Problem(422, "message-empty");
        }
        if (said.text() != null && visible(said.text()).isEmpty()) {
            throw new Problem(422, "message-empty");
        }
        if (length(said.text()) > Conversations.LONGEST_TEXT) {
            throw new Problem(413, "text-too-long", Conversations.LONGEST_TEXT);
        }
        if (length(said.choice()) > LONGEST_VALUE || length(said.form()) > 200) {
            throw new Problem(422, "malformed");
        }
        return new Input(
                cleanOrNull(said.text()), cleanOrNull(said.choice()), cleanOrNull(said.form()), values(said.values()));
    }

    private static Map<String, String> values(@Nullable Map<String, @Nullable Object> given) {
        Map<String, String> values = new HashMap<>();
        if (given == null) {
            return values;
        }
        if (given.size() > MOST_VALUES) {
            throw new Problem(422, "malformed");
        }
        given.forEach((name, value) -> {
            if (value instanceof Map || value instanceof List || name.length() > 100) {
                throw new Problem(422, "malformed");
            }
            if (value != null) {
                String text = value instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(value);
                if (text.length() > LONGEST_VALUE) {
                    throw new Problem(413, "text-too-long", LONGEST_VALUE);
                }
                values.put(name, clean(text));
            }
        });
        return values;
    }

    /** What a person would see of a text: without invisible characters. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cf}\\p{Cc}\\s\\u00A0\\u202F\\u3164\\u115F]+", "");
    }

    /** A NUL cannot be stored as text; lone surrogates are no text at all. */
    private static String clean(String text) {
        return text.replace("\0", "").replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    record Opinion(
            @Nullable Integer seq,
            @Nullable Boolean helpful,
            @Nullable String comment) {}

    @PostMapping("/{id}/feedback")
    ResponseEntity<Void> feedback(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Opinion opinion) {
        conversations.mine(id, signIn.employee(token, id));
        if (opinion.seq() == null || opinion.helpful() == null) {
            throw new Problem(422, "malformed");
        }
        feedbacks.note(id, opinion.seq(), opinion.helpful(), opinion.comment());
        return ResponseEntity.noContent().build();
    }

    /** Enough of the answer that is being written. */
    @PostMapping("/{id}/stop")
    ResponseEntity<Void> stop(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        conversations.stop(id, signIn.employee(token));
        return ResponseEntity.noContent().build();
    }

    record Erased(String message) {}

    @DeleteMapping("/{id}")
    Erased erase(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        Employee employee = signIn.employee(token, id);
        Language language = conversations.mine(id, employee).language();
        conversations.erase(id, employee);
        return new Erased(Texts.get(language, "conversation.erased"));
    }
}
