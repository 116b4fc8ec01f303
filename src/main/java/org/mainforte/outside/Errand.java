package org.mainforte.outside;

import org.mainforte.kernel.Problem;

/** A kind of errand to a system outside, by the room whose business it is. */
public interface Errand {
    /** As written in the outbox, for instance {@code ticket}. */
    String kind();

    /** The system it goes to: errands with the same destination share its circuit breaker. */
    String destination();

    /**
     * Does the errand and writes down what came of it. Called in a transaction that holds the errand, so that no other instance
     * does the same; the errand is over when the transaction commits.
     *
     * @param attempt 1 for the first. From the second on an earlier attempt may have arrived without our knowing: look first
     * @throws Unavailable when the system could not be asked
     * @throws Refused when the system does not want it
     * @throws NotYet when something else has to arrive first
     */
    void run(String subject, int attempt);

    /**
     * A person decided that it need not arrive any more. Called in the transaction that ends it.
     *
     * @throws Problem 409 {@code errand-promised} unless the room can do without
     */
    default void giveUp(String subject) {
        throw new Problem(409, "errand-promised");
    }
}
