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
 * @param phone the telephone number at work, if known; for whoever takes care of this person's case
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
        @Nullable String mail,
        @Nullable String phone) {
    /** Whether it is a telephone number as people write it, national or E.164 (OpenID Connect Core, section 5.1). */
    public static boolean canBeDialled(String number) {
        return number.matches("[+0-9][0-9 ().-]{2,39}");
    }

    /** Somebody whose mail address and telephone number are not known. */
    public Employee(
            PersonId id,
            String name,
            Role role,
            SiteId site,
            Language language,
            @Nullable String address,
            @Nullable PersonId manager,
            @Nullable String entraId) {
        this(id, name, role, site, language, address, manager, entraId, null, null);
    }
}
