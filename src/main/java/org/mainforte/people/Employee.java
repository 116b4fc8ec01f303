package org.mainforte.people;

import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/**
 * Somebody who works at the company, as the directory knows them.
 *
 * @param address where parcels for this person go, if known; one line
 * @param manager who approves for this person, if known
 * @param entraId the object id in Microsoft Entra, if known
 */
public record Employee(
        PersonId id,
        String name,
        Role role,
        SiteId site,
        Language language,
        @Nullable String address,
        @Nullable PersonId manager,
        @Nullable String entraId) {}
