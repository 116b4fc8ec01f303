package org.mainforte.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.SiteId;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * From a verified token to an employee. Tokens of our own (demo, links to go on with on a phone) name somebody of the directory;
 * tokens of the company's sign-in carry the facts, which the directory then remembers.
 */
@Component
public class SignIn {
    private final Directory directory;
    private final boolean demo;

    SignIn(Directory directory, Environment environment) {
        this.directory = directory;
        this.demo = Demo.isOn(environment);
    }

    /**
     * Who is signed in.
     *
     * @throws Problem 401 when the token names nobody, 404 when it only opens one conversation
     */
    public Employee employee(Jwt token) {
        if (token.hasClaim(SessionTokens.CONVERSATION)) {
            throw Problem.notFound();
        }
        return known(token);
    }

    /**
     * Who is signed in, for something inside a conversation.
     *
     * @throws Problem 401 when the token names nobody, 404 when it was made for another conversation
     */
    public Employee employee(Jwt token, ConversationId conversation) {
        String only = token.getClaimAsString(SessionTokens.CONVERSATION);
        if (only != null && !only.equals(conversation.value())) {
            throw Problem.notFound();
        }
        return known(token);
    }

    private Employee known(Jwt token) {
        boolean ours = SessionTokens.ISSUER.equals(token.getClaimAsString("iss"));
        if (ours && !demo && !token.hasClaim(SessionTokens.CONVERSATION)) {
            // a session of a demo that has ended
            throw new Problem(401, "unknown-person");
        }
        Optional<Employee> employee = ours ? directory.find(subject(token)) : Optional.of(fromClaims(token));
        return employee.orElseThrow(() -> new Problem(401, "unknown-person"));
    }

    private static PersonId subject(Jwt token) {
        return Optional.ofNullable(token.getSubject())
                .map(PersonId::new)
                .orElseThrow(() -> new Problem(401, "unknown-person"));
    }

    private Employee fromClaims(Jwt token) {
        PersonId id = subject(token);
        Optional<Employee> before = directory.find(id);
        String site = token.getClaimAsString("site");
        Employee now = new Employee(
                id,
                Optional.ofNullable(token.getClaimAsString("name")).orElse(id.value()),
                role(token),
                new SiteId(site == null ? before.map(e -> e.site().value()).orElse("") : site),
                before.map(Employee::language).orElseGet(() -> Language.of(token.getClaimAsString("locale"))),
                before.map(Employee::address).orElse(null),
                before.map(Employee::manager).orElse(null),
                Optional.ofNullable(token.getClaimAsString("oid"))
                        .or(() -> before.map(Employee::entraId))
                        .orElse(null),
                Optional.ofNullable(token.getClaimAsString("email"))
                        .or(() -> before.map(Employee::mail))
                        .orElse(null),
                Optional.ofNullable(token.getClaimAsString("phone_number"))
                        .filter(Employee::canBeDialled)
                        .or(() -> before.map(Employee::phone))
                        .orElse(null));
        if (before.filter(now::equals).isEmpty()) {
            directory.remember(now);
        }
        return now;
    }

    /** The highest role named by {@code roles} (Entra) or {@code realm_access.roles} (Keycloak). */
    private static Role role(Jwt token) {
        List<String> roles = strings(token.getClaim("roles"));
        Map<String, Object> realm = token.getClaimAsMap("realm_access");
        if (roles.isEmpty() && realm != null) {
            roles = strings(realm.get("roles"));
        }
        for (Role role : List.of(Role.MANAGER, Role.AGENT, Role.TECHNICIAN)) {
            if (roles.contains(role.claim())) {
                return role;
            }
        }
        return Role.EMPLOYEE;
    }

    private static List<String> strings(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
