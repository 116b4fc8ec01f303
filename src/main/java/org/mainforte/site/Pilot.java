package org.mainforte.site;

import java.time.LocalDate;
import java.util.Map;
import org.mainforte.kernel.Language;

/**
 * A site's part in the pilot.
 *
 * @param witness whether the site is only compared with
 * @param from its first day
 * @param until its last day
 * @param facts what is known from before
 */
public record Pilot(boolean witness, LocalDate from, LocalDate until, Map<Language, String> facts) {}
