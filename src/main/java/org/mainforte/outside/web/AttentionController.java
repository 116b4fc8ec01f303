package org.mainforte.outside.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.outside.Attention;
import org.mainforte.outside.Attention.Decision;
import org.mainforte.outside.Outbox;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What did not reach a system outside and will not by itself: for those who run the service. For others there is no such thing. */
@RestController
@RequestMapping("/api/outside")
class AttentionController {
    private static final Set<Role> OPERATORS = Set.of(Role.MANAGER, Role.AGENT);

    private final Attention attention;
    private final SignIn signIn;

    AttentionController(Attention attention, SignIn signIn) {
        this.attention = attention;
        this.signIn = signIn;
    }

    /** @param reason only for giving up */
    record Named(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String reason) {
        String requiredKind() {
            return present(kind);
        }

        String requiredSubject() {
            return present(subject);
        }

        private static String present(@Nullable String value) {
            if (value == null) {
                throw Problem.notFound();
            }
            return value;
        }
    }

    @GetMapping("/attention")
    List<Outbox.Waiting> attention(@AuthenticationPrincipal Jwt token) {
        operator(token);
        return attention.waiting();
    }

    @PostMapping("/attention/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@AuthenticationPrincipal Jwt token, @RequestBody Named errand) {
        attention.retry(operator(token), errand.requiredKind(), errand.requiredSubject());
    }

    @PostMapping("/attention/give-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp(@AuthenticationPrincipal Jwt token, @RequestBody Named errand) {
        String reason = errand.reason();
        attention.giveUp(
                operator(token), errand.requiredKind(), errand.requiredSubject(), reason == null ? "" : reason);
    }

    /** What was decided, by whom. */
    @GetMapping("/decisions")
    List<Decision> decisions(@AuthenticationPrincipal Jwt token) {
        operator(token);
        return attention.decisions();
    }

    private PersonId operator(Jwt token) {
        var person = signIn.employee(token);
        if (!OPERATORS.contains(person.role())) {
            throw Problem.notFound();
        }
        return person.id();
    }
}
