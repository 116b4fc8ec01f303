package org.mainforte.outside.web;

import java.util.List;
import java.util.Set;
import org.mainforte.kernel.Problem;
import org.mainforte.outside.Outbox;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What did not reach a system outside and will not by itself: for those who run the service. */
@RestController
class AttentionController {
    private static final Set<Role> READERS = Set.of(Role.MANAGER, Role.AGENT);

    private final Outbox outbox;
    private final SignIn signIn;

    AttentionController(Outbox outbox, SignIn signIn) {
        this.outbox = outbox;
        this.signIn = signIn;
    }

    /** @throws Problem 404 for everybody else */
    @GetMapping("/api/outside/attention")
    List<Outbox.Waiting> attention(@AuthenticationPrincipal Jwt token) {
        if (!READERS.contains(signIn.employee(token).role())) {
            throw Problem.notFound();
        }
        return outbox.needingAttention();
    }
}
