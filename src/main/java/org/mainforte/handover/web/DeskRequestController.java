package org.mainforte.handover.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.Row;
import org.mainforte.handover.ForThePerson;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an agent prepares for the person they talk with. */
@RestController
@RequestMapping("/api/desk/conversations/{id}")
class DeskRequestController {
    private final ForThePerson requests;
    private final DeskAccess access;

    DeskRequestController(ForThePerson requests, DeskAccess access) {
        this.requests = requests;
        this.access = access;
    }

    /**
     * @param byVoice the person has said yes on the telephone; otherwise they confirm the card themselves
     * @param clientId the page's own id of it, so that sending it again is harmless
     */
    record Prepared(
            @Nullable String kind,
            @Nullable Map<String, @Nullable String> values,
            @Nullable Boolean byVoice,
            @Nullable UUID clientId) {
        String requiredKind() {
            if (kind == null) {
                throw new Problem(422, "desk-no-such-request");
            }
            return kind;
        }

        Map<String, String> given() {
            Map<String, String> given = new HashMap<>();
            if (values != null) {
                values.forEach((name, value) -> {
                    if (name.length() > 100 || (value != null && value.length() > 4_000)) {
                        throw new Problem(422, "malformed");
                    }
                    if (value != null && !value.isBlank()) {
                        given.put(name, value.replace("\0", ""));
                    }
                });
            }
            return given;
        }
    }

    /** The fields that apply with the values given so far. */
    @PostMapping("/forms")
    List<Field> form(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Prepared wanted) {
        return requests.fields(id, access.agent(token), wanted.requiredKind(), wanted.given());
    }

    record Card(List<Row> summary) {}

    @PostMapping("/proposals")
    ResponseEntity<Card> propose(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Prepared wanted) {
        Employee agent = access.agent(token);
        List<Row> card = Boolean.TRUE.equals(wanted.byVoice())
                ? requests.agreed(id, agent, wanted.requiredKind(), wanted.given(), wanted.clientId())
                : requests.propose(id, agent, wanted.requiredKind(), wanted.given());
        return ResponseEntity.status(201).body(new Card(card));
    }
}
