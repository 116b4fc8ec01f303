package org.mainforte.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.mainforte.site.Regime;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/**
 * What support a site really gets, and when: its regime, who is there next, what changes, the first free slot.
 * {@code site=nancy} asks about another site than one's own; so does its name in what was typed.
 */
@Component
class SiteSupport implements Lookup {
    private final Sites sites;
    private final Presence presence;
    private final Promises promises;

    SiteSupport(Sites sites, Presence presence, Promises promises) {
        this.sites = sites;
        this.presence = presence;
        this.promises = promises;
    }

    @Override
    public String id() {
        return "site-support";
    }

    @Override
    public Answer answer(Employee employee, Language language, Instant now, Map<String, String> values) {
        SiteId asked = Optional.ofNullable(values.get("site"))
                .map(SiteId::new)
                .or(() -> sites.named(values.getOrDefault(SAID, "")).map(Site::id))
                .orElse(employee.site());
        Optional<Site> site = sites.find(asked).or(() -> sites.find(employee.site()));
        if (site.isEmpty()) {
            return new Answer(Texts.get(language, "appointment.site-unknown"), List.of());
        }
        boolean bookable = site.get().id().equals(employee.site()) && site.get().regime() != Regime.NONE;
        return new Answer(
                now(site.get(), language, now),
                bookable
                        ? List.of(new Offer(
                                Texts.get(language, "appointment.offer.book"), Start.request("appointment", Map.of())))
                        : List.of());
    }

    @Override
    public Optional<String> forEverybody(Language language) {
        return Optional.of(
                sites.all().stream().map(site -> general(site, language)).collect(Collectors.joining("\n\n")));
    }

    private String now(Site site, Language language, Instant now) {
        List<String> lines = new ArrayList<>();
        if (site.regime() == Regime.HALF_TIME || site.regime() == Regime.PERMANENT) {
            lines.add(presence.next(site, language, now)
                    .map(next -> Texts.get(language, "appointment.support.next", next))
                    .orElseGet(() -> Texts.get(language, "appointment.support.nobody")));
        }
        lines.addAll(presence.changes(site, language, now));
        if (site.regime() != Regime.NONE) {
            lines.addAll(slots(promises.outlook(site, now), language));
        }
        lines.addAll(equipment(site, language));
        return listed(presence.regime(site, language), lines);
    }

    private String general(Site site, Language language) {
        List<String> lines = new ArrayList<>();
        if (site.regime() == Regime.HALF_TIME) {
            lines.add(Texts.get(language, "appointment.support.week", presence.week(site, language)));
        }
        lines.addAll(equipment(site, language));
        return listed(presence.regime(site, language), lines);
    }

    private static List<String> slots(Promises.Outlook outlook, Language language) {
        List<String> lines = new ArrayList<>();
        if (!outlook.promise().kept()) {
            lines.add(Texts.get(
                    language,
                    "appointment.support.promise-broken",
                    Texts.day(language, outlook.promise().day())));
        }
        outlook.slots().stream()
                .findFirst()
                .map(slot ->
                        Texts.get(language, "appointment.support.first-slot", Texts.moment(language, slot.start())))
                .ifPresent(lines::add);
        return lines;
    }

    private static List<String> equipment(Site site, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.get(
                language, site.headsetSwap() ? "appointment.support.headset" : "appointment.support.headset-ordered"));
        if (site.locker()) {
            lines.add(Texts.get(language, "appointment.support.locker"));
        }
        if (!site.quietBooths(language).isEmpty()) {
            lines.add(Texts.get(language, "appointment.support.booths", String.join(", ", site.quietBooths(language))));
        }
        return lines;
    }

    private static String listed(String head, List<String> lines) {
        return lines.isEmpty()
                ? head
                : head + "\n\n" + lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }
}
