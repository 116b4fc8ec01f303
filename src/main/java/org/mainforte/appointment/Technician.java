package org.mainforte.appointment;

import java.util.Map;
import org.mainforte.kernel.Language;
import org.mainforte.site.Site;

/** Somebody who takes appointments: a technician by name, or a site's team where none is recorded by name. */
public record Technician(String id, Map<Language, String> names) {
    static Technician named(String id, String name) {
        return new Technician(id, Map.of(Language.FR, name, Language.EN, name));
    }

    static Technician team(Site site) {
        return new Technician("team-" + site.id(), site.team());
    }

    public String name(Language language) {
        return names.getOrDefault(language, id);
    }
}
