package org.mainforte.appointment.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.mainforte.appointment.Slot;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;

/** A slot as clients read it; times in Paris. */
record SlotView(String id, OffsetDateTime start, OffsetDateTime end, String place, String technician) {
    static SlotView of(Slot slot, Language language) {
        return new SlotView(
                slot.id(),
                paris(slot.start()),
                paris(slot.end()),
                slot.site().place(language),
                slot.technician().name(language));
    }

    static OffsetDateTime paris(Instant at) {
        return at.atZone(ActingClock.PARIS).toOffsetDateTime();
    }
}
