package org.mainforte.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Refusal;

/**
 * Something an employee may ask for: filled in, shown on a card, confirmed by them, then fulfilled. One class and one form
 * record ({@code F}, components marked with {@link Ask}) make a kind; the guided path and a model read the same record.
 *
 * @param <F> the form; components are String, Boolean, LocalDate or an enum, null when optional and not given
 */
public interface RequestKind<F extends Record> {
    /** As written after {@code request:}, for instance {@code order} or {@code appointment-move}. */
    String id();

    /** What the proposal is called in the contract: {@code ticket}, {@code order}, {@code return}, {@code appointment}, {@code callback}. */
    default String proposalName() {
        return id();
    }

    Class<F> form();

    /** Whether this person can ask for it now; a refusal says why not and what to do instead. */
    default Optional<Refusal> refusedFor(Asking asking) {
        return Optional.empty();
    }

    /** Whether a field applies, given what is known so far. Called in the order of the record's components. */
    default boolean asks(String field, Asking asking) {
        return true;
    }

    /** What a closed field can be. Enums of the form offer their constants without this. */
    default List<Option> options(String field, Asking asking) {
        return List.of();
    }

    /** A value to begin with: shown in the form, taken as given when {@link #assumes} says so. */
    default @Nullable String suggestion(String field, Asking asking) {
        return null;
    }

    /** Whether the suggestion of a field is taken without asking; the card shows it anyway. */
    default boolean assumes(String field, Asking asking) {
        return false;
    }

    /** What a message in plain words already says about the form: raw values by field, only those that are sure. */
    default Map<String, String> understand(String utterance, Asking asking) {
        return Map.of();
    }

    /** Something the person should know before the questions or the card, in Markdown, for instance the quiet booths. */
    default Optional<String> advice(Asking asking) {
        return Optional.empty();
    }

    /** What to offer together with {@link #advice} or a refusal, for instance the guide to do first. */
    default List<Offer> alternatives(Asking asking) {
        return List.of();
    }

    /**
     * The lines of the card, from the whole form.
     *
     * @throws Refusal when a value cannot be accepted; the field it names is asked again
     */
    List<Row> card(F form, Asking asking);

    /**
     * Does what was confirmed. Called after commit, in its own transaction, and again after a crash: the request id in
     * {@code confirmed} is the idempotency key. The receipt is told to the person.
     *
     * @throws Refusal when it cannot be done any more (a slot just taken); nothing must be left behind then
     */
    Receipt fulfil(F form, Confirmed confirmed);
}
