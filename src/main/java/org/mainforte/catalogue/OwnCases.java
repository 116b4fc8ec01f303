package org.mainforte.catalogue;

import java.util.Optional;
import org.mainforte.people.Employee;

/** The cases somebody has, for rooms that refer to one without knowing tickets. */
@FunctionalInterface
public interface OwnCases {
    /** Whether there is a ticket of this person with exactly this reference; somebody else's is as if it did not exist. */
    boolean has(Employee employee, String reference);

    /** The meeting room that a ticket is about, for whoever is sent there. */
    default Optional<String> room(String reference) {
        return Optional.empty();
    }
}
