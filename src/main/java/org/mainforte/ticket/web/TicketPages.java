package org.mainforte.ticket.web;

import java.util.List;
import org.mainforte.kernel.Problem;
import org.mainforte.people.SignIn;
import org.mainforte.ticket.Ticket;
import org.mainforte.ticket.Tickets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own tickets, whatever their role. */
@RestController
@RequestMapping("/api/tickets")
class TicketPages {
    private final Tickets tickets;
    private final SignIn signIn;

    TicketPages(Tickets tickets, SignIn signIn) {
        this.tickets = tickets;
        this.signIn = signIn;
    }

    @GetMapping
    List<TicketPage> mine(@AuthenticationPrincipal Jwt token) {
        return tickets.mine(signIn.employee(token).id()).stream()
                .map(this::page)
                .toList();
    }

    /** @throws Problem 404 when there is no such ticket or it is somebody else's */
    @GetMapping("/{reference}")
    TicketPage one(@PathVariable String reference, @AuthenticationPrincipal Jwt token) {
        return tickets.find(reference, signIn.employee(token).id())
                .map(this::page)
                .orElseThrow(Problem::notFound);
    }

    private TicketPage page(Ticket ticket) {
        return TicketPage.of(ticket, tickets.notes(ticket));
    }
}
