package org.mainforte.people;

import java.util.List;
import java.util.Optional;
import org.mainforte.kernel.PersonId;

/** The company's people, as some outside system knows them. */
public interface Directory {
    Optional<Employee> find(PersonId id);

    /** Everybody known, by site and name. Only the demo lists people. */
    List<Employee> everybody();

    /** Remembers somebody, or what changed about them. */
    void remember(Employee employee);
}
