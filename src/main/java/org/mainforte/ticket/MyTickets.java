package org.mainforte.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** Where the person's tickets stand, the unfinished first. {@code reference} narrows it to one. */
@Component
class MyTickets implements Lookup {
    private static final int SHOWN = 8;

    private final Tickets tickets;

    MyTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public String id() {
        return "my-tickets";
    }

    @Override
    public Answer answer(Employee employee, Language language, Instant now, Map<String, String> values) {
        String reference = values.get("reference");
        if (reference != null) {
            return tickets.find(reference, employee.id())
                    .map(ticket -> new Answer(line(ticket, language), offers(List.of(ticket), language)))
                    .orElseGet(() -> new Answer(Texts.get(language, "ticket.not-found"), offers(List.of(), language)));
        }
        List<Ticket> mine = tickets.mine(employee.id()).stream()
                .sorted(Comparator.comparing(ticket -> !ticket.state().unfinished()))
                .limit(SHOWN)
                .toList();
        if (mine.isEmpty()) {
            return new Answer(Texts.get(language, "ticket.none"), offers(List.of(), language));
        }
        String list = mine.stream().map(ticket -> "- " + line(ticket, language)).collect(Collectors.joining("\n"));
        return new Answer(Texts.get(language, "ticket.mine") + "\n\n" + list, offers(mine, language));
    }

    private static String line(Ticket ticket, Language language) {
        String line = Texts.get(
                language,
                "ticket.line",
                ticket.reference(),
                ticket.title(),
                Texts.get(language, "ticket.state." + ticket.state().written()),
                Texts.moment(language, ticket.createdAt()));
        var external = ticket.external();
        if (external == null) {
            return line;
        }
        return line + " "
                + (external.url() == null
                        ? Texts.get(language, "ticket.elsewhere", external.id())
                        : "[" + Texts.get(language, "ticket.elsewhere", external.id()) + "](" + external.url() + ")");
    }

    private static List<Offer> offers(List<Ticket> shown, Language language) {
        List<Offer> offers = new ArrayList<>();
        shown.stream().filter(ticket -> ticket.state().unfinished()).limit(2).forEach(ticket -> {
            offers.addAll(NoteRequest.offers(ticket, language));
            offers.add(callBack(ticket, language));
        });
        offers.add(new Offer(Texts.get(language, "ticket.offer.open"), Start.request("ticket", Map.of())));
        return offers;
    }

    private static Offer callBack(Ticket ticket, Language language) {
        String reason = Texts.get(language, "ticket.offer.callback-reason", ticket.reference(), ticket.title());
        return new Offer(
                Texts.get(language, "ticket.offer.callback", ticket.reference()),
                Start.request("callback", Map.of("reason", reason)));
    }
}
