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
 * @param mail the mail address, if known
 */
public record Employee(
        PersonId id,
        String name,
        Role role,
        SiteId site,
        Language language,
        @Nullable String address,
        @Nullable PersonId manager,
        @Nullable String entraId,
        @Nullable String mail) {
    /** Somebody without a known mail address. */
    public Employee(
            PersonId id,
            String name,
            Role role,
            SiteId site,
            Language language,
            @Nullable String address,
            @Nullable PersonId manager,
            @Nullable String entraId) {
        this(id, name, role, site, language, address, manager, entraId, null);
    }
}
