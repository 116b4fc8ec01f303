package org.mainforte.ticket;

import java.time.Instant;
import java.util.Optional;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.site.DeskHours;
import org.mainforte.site.UrgentLine;
import org.springframework.stereotype.Component;

/** Says when the service desk is there, without promising what it will do. */
@Component
class DeskWords {
    private final DeskHours hours;
    private final UrgentLine urgent;

    DeskWords(DeskHours hours, UrgentLine urgent) {
        this.hours = hours;
        this.urgent = urgent;
    }

    /** Who treats an urgent case of security at once, whatever the desk's hours; empty when nobody does now. */
    Optional<String> urgently(Language language, Instant at) {
        if (!urgent.reachable(at)) {
            return Optional.empty();
        }
        return Optional.of(urgent.number()
                .map(number -> Texts.get(language, "ticket.desk.urgent-number", number))
                .orElseGet(() -> Texts.get(language, "ticket.desk.urgent")));
    }

    /** A sentence: open now and until when, or when it opens. */
    String sentence(Language language, Instant at) {
        return hours.isOpen(at)
                ? Texts.get(language, "ticket.desk.open", closing(language, at))
                : Texts.get(language, "ticket.desk.closed", Texts.moment(language, hours.nextOpening(at)));
    }

    /** From when somebody can call back, for a card. */
    String earliest(Language language, Instant at) {
        return hours.isOpen(at)
                ? Texts.get(language, "ticket.desk.from-now", closing(language, at))
                : Texts.get(language, "ticket.desk.from", Texts.moment(language, hours.nextOpening(at)));
    }

    private String closing(Language language, Instant at) {
        var day = at.atZone(ActingClock.PARIS).toLocalDate();
        var until = hours.on(day).orElseThrow().until();
        return Texts.time(language, day.atTime(until).atZone(ActingClock.PARIS));
    }
}
