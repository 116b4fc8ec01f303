package org.mainforte.equipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/**
 * An accessory somebody ordered.
 *
 * @param address where it is to go; null when it is swapped on site
 * @param priority before orders that do not stop anybody from working
 */
record AccessoryOrder(
        String reference,
        PersonId person,
        SiteId site,
        Item item,
        Handover handover,
        @Nullable String address,
        @Nullable Reason reason,
        boolean priority,
        String state,
        Instant createdAt) {
    static final String RECORDED = "recorded";

    /** How somebody gets what they ordered. */
    enum Handover {
        ON_SITE,
        DELIVERY
    }

    /** Why it is needed. */
    enum Reason {
        LOST,
        BROKEN,
        NEVER_HAD
    }
}
