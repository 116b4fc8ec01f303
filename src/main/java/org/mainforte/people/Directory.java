package org.mainforte.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mainforte.kernel.PersonId;

/** The company's people, as some outside system knows them. */
public interface Directory {
    Optional<Employee> find(PersonId id);

    /** The one person with this object id in Microsoft Entra; nobody when two have it. */
    default Optional<Employee> byEntraId(String id) {
        List<Employee> same = everybody().stream()
                .filter(employee -> id.equalsIgnoreCase(employee.entraId()))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    /** People whose name contains these words, a few at most. For the people who take care of cases, never for colleagues. */
    default List<Employee> named(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return everybody().stream()
                .filter(employee -> employee.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(50)
                .toList();
    }

    /** Everybody known, by site and name. Only the demo lists people. */
    List<Employee> everybody();

    /** Remembers somebody, or what changed about them. */
    void remember(Employee employee);
}
