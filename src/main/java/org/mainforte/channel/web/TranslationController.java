package org.mainforte.channel.web;

import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Translations;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.mainforte.people.SignIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an agent wrote, in the employee's language, because the employee asked for it. */
@RestController
class TranslationController {
    private final Conversations conversations;
    private final Translations translations;
    private final SignIn signIn;

    TranslationController(Conversations conversations, Translations translations, SignIn signIn) {
        this.conversations = conversations;
        this.translations = translations;
        this.signIn = signIn;
    }

    /** @param by always {@code model}: nobody has checked it */
    record Translated(String text, Language language, String by) {}

    /** 503 when nobody translates now, or it already is in that language. */
    @GetMapping("/api/conversations/{id}/messages/{seq}/translation")
    Translated translation(
            @AuthenticationPrincipal Jwt token,
            @PathVariable ConversationId id,
            @PathVariable int seq,
            @RequestParam String language) {
        Employee employee = signIn.employee(token, id);
        conversations.mine(id, employee);
        Language to = Language.of(language);
        return translations
                .of(id, seq, to, employee.id())
                .map(text -> new Translated(text, to, "model"))
                .orElseThrow(() -> new Problem(503, "no-translation"));
    }
}
