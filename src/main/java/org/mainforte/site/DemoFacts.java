package org.mainforte.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.SiteId;

/** One object of a part of the demo world, read strictly: whatever does not fit is Problem 422 {@code demo-world-invalid}. */
public final class DemoFacts extends Facts {
    private DemoFacts(Map<?, ?> map, String where) {
        super(map, where);
    }

    /** The objects of a part that is a list; none when the world does not have the part. */
    public static List<DemoFacts> list(Map<String, Object> parts, String part) {
        Object value = parts.get(part);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw invalid(part + ": expected a list");
        }
        List<DemoFacts> all = new ArrayList<>();
        for (Object item : list) {
            all.add(of(item, part + "[" + all.size() + "]"));
        }
        return all;
    }

    /** A part that is one object. */
    public static DemoFacts of(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return new DemoFacts(map, where);
        }
        throw invalid(where + ": expected an object");
    }

    /** A site that exists. */
    public SiteId site(String field, Sites sites) {
        SiteId id = new SiteId(text(field));
        if (sites.find(id).isEmpty()) {
            throw expected(field, "a site such as strasbourg");
        }
        return id;
    }

    /** Sites that exist. */
    public List<SiteId> sites(String field, Sites sites) {
        List<SiteId> ids = texts(field).stream().map(SiteId::new).toList();
        if (ids.stream().anyMatch(id -> sites.find(id).isEmpty())) {
            throw expected(field, "sites such as strasbourg");
        }
        return ids;
    }

    public static Problem invalid(String sentence) {
        return new Problem(422, "demo-world-invalid", sentence);
    }

    @Override
    Problem wrong(String sentence) {
        return invalid(sentence);
    }
}
