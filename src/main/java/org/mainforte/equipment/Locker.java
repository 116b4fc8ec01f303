package org.mainforte.equipment;

import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/** Something that waits for somebody in a compartment, opened by a one-time code. */
record Locker(
        SiteId site,
        String compartment,
        String item,
        PersonId person,
        @Nullable String order,
        boolean codeExpired) {}
