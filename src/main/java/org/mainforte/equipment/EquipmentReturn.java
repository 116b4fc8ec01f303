package org.mainforte.equipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Texts;

/**
 * A device somebody gives back.
 *
 * @param date the day of the pick-up, as wished or arranged; null for a parcel
 * @param state {@code recorded}, or what the people who collect it say
 */
record EquipmentReturn(
        String reference,
        PersonId person,
        String serial,
        Mode mode,
        @Nullable LocalDate date,
        String state,
        Instant createdAt) {
    static final String RECORDED = "recorded";
    static final String CANCELLED = "cancelled";
    private static final Set<String> OVER =
            Set.of("collected", "received", "done", "completed", "closed", "cancelled", "refused");

    /** How it goes back. */
    enum Mode {
        PICK_UP,
        PARCEL
    }

    boolean under() {
        return !OVER.contains(state.toLowerCase(Locale.ROOT));
    }

    /** The state in words; one that we have no words for stands as it is. */
    String stateLabel(Language language) {
        String key = "equipment.return.state." + state.toLowerCase(Locale.ROOT);
        return Texts.has(key) ? Texts.get(language, key) : state;
    }
}
