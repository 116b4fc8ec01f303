package org.mainforte.appointment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.site.Pilot;
import org.mainforte.site.Regime;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** What the site files say taken together, the same to whoever asks. */
@Component
class SiteOverview {
    private final Sites sites;
    private final Presence presence;

    SiteOverview(Sites sites, Presence presence) {
        this.sites = sites;
        this.presence = presence;
    }

    /** A line for each regime, with the names of its sites. */
    String regimes(Language language) {
        return Arrays.stream(Regime.values())
                .map(regime -> regime(regime, language))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String regime(Regime regime, Language language) {
        List<String> names = sites.all().stream()
                .filter(site -> site.regime() == regime)
                .map(site -> site.name(language))
                .toList();
        String key = regime.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return names.isEmpty() ? "" : "- " + Texts.get(language, "appointment.sites." + key, String.join(", ", names));
    }

    /** A line for each site that takes part in the pilot: how it is supported, from when to when, what is known from before. */
    String pilot(Language language) {
        return sites.all().stream()
                .map(site -> pilot(site, language))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String pilot(Site site, Language language) {
        Pilot pilot = site.pilot();
        return pilot == null
                ? ""
                : "- "
                        + Texts.get(
                                language,
                                pilot.witness() ? "appointment.pilot.witness" : "appointment.pilot.part",
                                presence.regime(site, language),
                                day(language, pilot.from()),
                                day(language, pilot.until()),
                                pilot.facts().getOrDefault(language, ""));
    }

    private static String day(Language language, LocalDate day) {
        return Texts.day(language, day) + " " + day.getYear();
    }
}
