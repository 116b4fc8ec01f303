package org.mainforte.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/**
 * Somebody asked for an appointment and none was left by the next business day. Once per person and day.
 *
 * @param at when they asked
 * @param latest when the appointment should have been at the latest
 * @param firstSlot the start of the first free slot, null when there is none at all
 */
public record PromiseBroken(
        PersonId person,
        SiteId site,
        Instant at,
        Instant latest,
        @Nullable Instant firstSlot) {}
