package org.mainforte.handover;

import java.time.Instant;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.site.DeskHours;
import org.mainforte.site.TimeRange;
import org.mainforte.site.UrgentLine;
import org.springframework.stereotype.Component;

/** Who answers at this hour, said before anything is asked of the person. */
@Component
class WhoAnswers {
    private final DeskHours hours;
    private final UrgentLine urgent;

    WhoAnswers(DeskHours hours, UrgentLine urgent) {
        this.hours = hours;
        this.urgent = urgent;
    }

    /** For an ordinary wish for a person: the desk is open until when, or opens when. */
    String now(Language language, Instant now) {
        if (!hours.isOpen(now)) {
            return Texts.get(language, "handover.desk-closed", Texts.moment(language, hours.nextOpening(now)));
        }
        return Texts.get(language, "handover.desk-open", until(language, now));
    }

    private String until(Language language, Instant now) {
        var there = now.atZone(ActingClock.PARIS);
        return hours.on(there.toLocalDate())
                .map(TimeRange::until)
                .map(time -> Texts.time(language, there.with(time)))
                .orElse("");
    }

    /** For theft and security: somebody is reachable at once, or nobody is before the desk opens. */
    String urgently(Language language, Instant now) {
        if (urgent.reachable(now)) {
            return urgent.number()
                    .map(number -> Texts.get(language, "emergency.line-open-number", number))
                    .orElseGet(() -> Texts.get(language, "emergency.line-open"));
        }
        return hours.isOpen(now)
                ? Texts.get(language, "emergency.line-closed-desk-open", until(language, now))
                : Texts.get(language, "emergency.line-closed", Texts.moment(language, hours.nextOpening(now)));
    }
}
