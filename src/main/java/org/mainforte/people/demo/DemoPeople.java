package org.mainforte.people.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.DemoPart;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.SiteId;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the demo world. */
@Component
class DemoPeople implements DemoPart {
    private static final Set<String> FIELDS =
            Set.of("id", "name", "role", "site", "language", "address", "manager", "entraId", "mail", "phone");

    private final Directory directory;
    private final JdbcClient jdbc;

    DemoPeople(Directory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> names() {
        return List.of("people");
    }

    @Override
    public void clear() {
        jdbc.sql("delete from person").update();
    }

    @Override
    public void take(Map<String, Object> parts) {
        if (!(parts.get("people") instanceof List<?> people)) {
            throw new Problem(422, "demo-world-invalid", "people: expected a list");
        }
        for (Object one : people) {
            if (!(one instanceof Map<?, ?> person) || !FIELDS.containsAll(person.keySet())) {
                throw new Problem(422, "demo-world-invalid", "people: expected only the fields " + FIELDS);
            }
            directory.remember(employee(person));
        }
    }

    private static Employee employee(Map<?, ?> person) {
        String manager = text(person, "manager");
        return new Employee(
                new PersonId(required(person, "id")),
                required(person, "name"),
                role(required(person, "role")),
                new SiteId(required(person, "site")),
                Language.of(required(person, "language")),
                text(person, "address"),
                manager == null ? null : new PersonId(manager),
                text(person, "entraId"),
                text(person, "mail"),
                phone(person));
    }

    private static @Nullable String phone(Map<?, ?> person) {
        String phone = text(person, "phone");
        if (phone != null && !Employee.canBeDialled(phone)) {
            throw new Problem(422, "demo-world-invalid", "people: " + phone + " is no telephone number");
        }
        return phone;
    }

    private static Role role(String given) {
        try {
            return Role.valueOf(given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Problem(422, "demo-world-invalid", "people: no role " + given);
        }
    }

    private static String required(Map<?, ?> person, String field) {
        String value = text(person, field);
        if (value == null || value.isBlank()) {
            throw new Problem(422, "demo-world-invalid", "people: " + field + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Map<?, ?> person, String field) {
        Object value = person.get(field);
        if (value != null && !(value instanceof String)) {
            throw new Problem(422, "demo-world-invalid", "people: " + field + " must be a text");
        }
        return (String) value;
    }
}
