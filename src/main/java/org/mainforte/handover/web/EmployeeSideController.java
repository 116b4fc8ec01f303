package org.mainforte.handover.web;

import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversations;
import org.mainforte.handover.DeskQueue;
import org.mainforte.kernel.ConversationId;
import org.mainforte.people.Employee;
import org.mainforte.people.SignIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the agent sees of the employee while they talk: that they are writing, and how far they have read. */
@RestController
@RequestMapping("/api/conversations/{id}")
class EmployeeSideController {
    private final Conversations conversations;
    private final DeskQueue queue;
    private final SignIn signIn;

    EmployeeSideController(Conversations conversations, DeskQueue queue, SignIn signIn) {
        this.conversations = conversations;
        this.queue = queue;
        this.signIn = signIn;
    }

    @PostMapping("/typing")
    ResponseEntity<Void> typing(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        Employee employee = signIn.employee(token, id);
        conversations.mine(id, employee);
        queue.employeeWrites(id, employee.name());
        return ResponseEntity.noContent().build();
    }

    record Read(@Nullable Integer seq) {}

    @PutMapping("/read")
    ResponseEntity<Void> read(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Read read) {
        conversations.mine(id, signIn.employee(token, id));
        queue.employeeRead(id, DeskController.seq(read.seq()));
        return ResponseEntity.noContent().build();
    }
}
