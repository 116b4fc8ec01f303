package org.mainforte.handover.web;

import org.mainforte.handover.DeskQueue;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Lets agents in, and nobody else: for others the desk does not exist. Every call of an agent is a sign of life. */
@Component
class DeskAccess {
    private final SignIn signIn;
    private final DeskQueue queue;

    DeskAccess(SignIn signIn, DeskQueue queue) {
        this.signIn = signIn;
        this.queue = queue;
    }

    /** @throws Problem 404 when the caller is no agent */
    Employee agent(Jwt token) {
        Employee agent = signIn.employee(token);
        if (agent.role() != Role.AGENT) {
            throw Problem.notFound();
        }
        queue.seen(agent.id());
        return agent;
    }
}
