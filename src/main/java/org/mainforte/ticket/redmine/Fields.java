package org.mainforte.ticket.redmine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.outside.OutsideHttp.Answer;
import org.mainforte.outside.Refused;
import tools.jackson.databind.JsonNode;

/** The ids of the custom fields, by name. Only an administrator may list them; everybody else reads them from an issue. */
final class Fields {
    static final String KEY = "External Key";

    private final OutsideHttp http;
    private final RedmineSettings settings;
    private volatile Map<String, Integer> known = Map.of();

    Fields(OutsideHttp http, RedmineSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** @throws Refused when there is no field for the key: nothing would tell a retry from a second issue */
    Map<String, Integer> ids() {
        if (!known.containsKey(KEY)) {
            Map<String, Integer> found = found();
            if (settings.keyField() > 0) {
                found.put(KEY, settings.keyField());
            }
            if (!found.containsKey(KEY)) {
                throw new Refused("Redmine shows no custom field \"" + KEY + "\" for issues of the project \""
                        + settings.project()
                        + "\": add it, used as a filter, or set mainforte.ticket.redmine.key-field to its id");
            }
            known = found;
        }
        return known;
    }

    private Map<String, Integer> found() {
        Answer all = http.get("/custom_fields.json");
        if (all.ok()) {
            return named(all.json().path("custom_fields"));
        }
        Answer issues = http.get("/issues.json?status_id=*&limit=1&project_id=" + settings.project());
        return issues.ok() ? named(issues.json().path("issues").path(0).path("custom_fields")) : new LinkedHashMap<>();
    }

    private static Map<String, Integer> named(JsonNode fields) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        fields.forEach(field ->
                ids.put(field.path("name").asString(""), field.path("id").asInt()));
        return ids;
    }
}
