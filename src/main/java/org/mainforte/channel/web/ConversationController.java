package org.mainforte.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Dialogue;
import org.mainforte.conversation.Feedbacks;
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

    record Stored(int seq) {}

    @PostMapping("/{id}/messages")
    ResponseEntity<Stored> say(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Said said) {
        Employee employee = signIn.employee(token, id);
        int seq = conversations.say(id, employee, said.checkedId(), said.input());
        return ResponseEntity.accepted().body(new Stored(seq));
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
