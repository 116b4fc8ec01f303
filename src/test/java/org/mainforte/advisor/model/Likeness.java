package org.mainforte.advisor.model;

import java.util.List;

/** What the tests of this package hear promises with. */
final class Likeness {
    static final PromiseLikeness OF_EXAMPLES = new PromiseLikeness(List.of());

    private Likeness() {}
}
