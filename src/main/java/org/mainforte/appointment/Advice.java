package org.mainforte.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.kernel.Texts;
import org.mainforte.site.Regime;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** What somebody should know before they choose a slot: how their site is supported, and the truth about the promise. */
@Component
class Advice {
    private final Sites sites;
    private final Presence presence;
    private final Promises promises;

    Advice(Sites sites, Presence presence, Promises promises) {
        this.sites = sites;
        this.presence = presence;
        this.promises = promises;
    }

    /** Markdown. */
    String of(Site site, Promises.Outlook outlook, Language language, Instant now) {
        String regime = presence.regime(site, language);
        if (outlook.promise().kept()) {
            return regime + " "
                    + Texts.get(
                            language,
                            "appointment.promise-kept",
                            Texts.day(language, outlook.promise().day()));
        }
        return regime + "\n\n" + broken(site, outlook, language, now);
    }

    /** Says plainly that the promise is not kept, and what exists instead. */
    String broken(Site site, Promises.Outlook outlook, Language language, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.get(
                language,
                "appointment.promise-broken",
                Texts.day(language, outlook.promise().day())));
        lines.add(
                outlook.slots().isEmpty()
                        ? Texts.get(language, "appointment.no-later-slot")
                        : Texts.get(
                                language,
                                "appointment.later-slots",
                                Texts.moment(
                                        language, outlook.slots().getFirst().start())));
        lines.add("");
        lines.add(Texts.get(language, "appointment.instead"));
        lines.add("");
        instead(site, outlook, language, now).forEach(line -> lines.add("- " + line));
        return String.join("\n", lines);
    }

    private List<String> instead(Site site, Promises.Outlook outlook, Language language, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.get(
                language, site.remoteSession() ? "appointment.instead.remote" : "appointment.instead.callback"));
        if (site.regime() == Regime.HALF_TIME || site.regime() == Regime.PERMANENT) {
            presence.next(site, language, now)
                    .ifPresent(next -> lines.add(Texts.get(language, "appointment.instead.on-site", next)));
        }
        if (site.locker()) {
            lines.add(Texts.get(language, "appointment.instead.locker"));
        }
        site.nearby().stream()
                .flatMap(near -> elsewhere(near, outlook, language, now).stream())
                .forEach(lines::add);
        return lines;
    }

    private Optional<String> elsewhere(SiteId near, Promises.Outlook outlook, Language language, Instant now) {
        Site other = sites.required(near);
        return promises.outlook(other, now).slots().stream()
                .findFirst()
                .filter(outlook.promise()::covers)
                .map(slot -> Texts.get(
                        language,
                        "appointment.instead.nearby",
                        other.name(language),
                        Texts.moment(language, slot.start())));
    }
}
