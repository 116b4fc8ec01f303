package org.mainforte.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that may be asked for, found by its id. Each room adds its own by declaring a bean. */
@Component
public class Catalogue {
    private final Map<String, RequestKind<?>> kinds;
    private final Map<String, Lookup> lookups;

    Catalogue(List<RequestKind<?>> kinds, List<Lookup> lookups) {
        this.kinds = kinds.stream().collect(Collectors.toMap(RequestKind::id, Function.identity()));
        this.lookups = lookups.stream().collect(Collectors.toMap(Lookup::id, Function.identity()));
    }

    public Optional<RequestKind<?>> kind(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    public Optional<Lookup> lookup(String id) {
        return Optional.ofNullable(lookups.get(id));
    }

    /** Every kind, by id. */
    public List<RequestKind<?>> kinds() {
        return kinds.values().stream()
                .sorted(Comparator.comparing(RequestKind::id))
                .toList();
    }

    /** Every lookup, by id. */
    public List<Lookup> lookups() {
        return lookups.values().stream()
                .sorted(Comparator.comparing(Lookup::id))
                .toList();
    }
}
