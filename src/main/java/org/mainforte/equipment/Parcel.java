package org.mainforte.equipment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.PersonId;

/**
 * A parcel sent to somebody.
 *
 * @param request what it was sent for
 * @param announced the day it was announced
 * @param carrierState what the carrier says, in its words
 */
record Parcel(
        String request,
        String serial,
        PersonId person,
        State state,
        LocalDate announced,
        @Nullable String carrierState) {
    enum State {
        ANNOUNCED,
        SHIPPED,
        DELIVERED,
        LOST
    }
}
