package org.mainforte.people.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.DemoPart;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Demo;
import org.mainforte.people.Directory;
import org.mainforte.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo world: who exists, what they own, what is planned. Loaded from {@code demo-world.json} on a fresh machine. When it is
 * replaced, a part that is left out is as in that file, except that facts about people who no longer exist go.
 */
@Component
@Demo.Only
class DemoWorld {
    private static final TypeReference<Map<String, Object>> WORLD = new TypeReference<>() {};
    /** The fields by which a fact names a person. */
    private static final Set<String> NAMING = Set.of("owner", "person");

    private static final int ATTEMPTS = 5;

    private final List<DemoPart> parts;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    DemoWorld(
            List<DemoPart> parts,
            Directory directory,
            TransactionTemplate transaction,
            JsonMapper json,
            PeopleSettings settings,
            @Value("${server.address:}") String address) {
        this.parts = parts;
        this.directory = directory;
        this.transaction = transaction;
        this.json = json;
        if (!settings.demoAnywhere() && !isLoopback(address)) {
            throw new IllegalStateException("The demo lets anybody be anybody, so it only listens on 127.0.0.1, not on "
                    + (address.isBlank() ? "every address" : address)
                    + ". Configure a sign-in (spring.security.oauth2.resourceserver.jwt.issuer-uri), or say"
                    + " --mainforte.demo-anywhere=true if you really want this.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void loadOnAFreshMachine() {
        if (directory.everybody().isEmpty()) {
            replace(Map.of());
        }
    }

    /** @throws Problem 422 for an unknown part or one that cannot be understood; the old world then stays */
    void replace(Map<String, Object> given) {
        Set<String> known =
                parts.stream().flatMap(part -> part.names().stream()).collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(given.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new Problem(422, "demo-world-invalid", String.join(", ", unknown));
        }
        Map<String, Object> world = completed(given);
        for (int attempt = 1; ; attempt++) {
            try {
                replaceWith(world);
                return;
            } catch (ConcurrencyFailureException met) {
                // Something of the old world was being finished at this moment, in another order of rows.
                if (attempt == ATTEMPTS) {
                    throw met;
                }
            }
        }
    }

    private void replaceWith(Map<String, Object> world) {
        transaction.executeWithoutResult(status -> {
            parts.forEach(DemoPart::clear);
            parts.stream()
                    .sorted((one, other) -> Boolean.compare(
                            other.names().contains("people"), one.names().contains("people")))
                    .forEach(part -> part.take(only(world, part.names())));
        });
    }

    private Map<String, Object> completed(Map<String, Object> given) {
        Map<String, Object> world = new LinkedHashMap<>(file());
        Set<Object> people = ids(given.containsKey("people") ? given.get("people") : world.get("people"));
        world.replaceAll((name, part) -> part instanceof List<?> facts
                ? facts.stream().filter(fact -> aboutOneOf(fact, people)).toList()
                : part);
        world.putAll(given);
        return world;
    }

    private static Set<Object> ids(@Nullable Object people) {
        return people instanceof List<?> list
                ? list.stream()
                        .filter(person -> person instanceof Map<?, ?> map && map.get("id") != null)
                        .map(person -> ((Map<?, ?>) person).get("id"))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static boolean aboutOneOf(Object fact, Set<Object> people) {
        return !(fact instanceof Map<?, ?> map)
                || NAMING.stream().map(map::get).allMatch(named -> named == null || people.contains(named));
    }

    private static Map<String, Object> only(Map<String, Object> world, List<String> names) {
        Map<String, Object> some = new HashMap<>(world);
        some.keySet().retainAll(names);
        return some;
    }

    private Map<String, Object> file() {
        try (InputStream file = new ClassPathResource("demo-world.json").getInputStream()) {
            return json.readValue(file, WORLD);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("demo-world.json cannot be read", unreadable);
        }
    }
}
