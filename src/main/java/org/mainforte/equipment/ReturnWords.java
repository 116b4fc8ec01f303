package org.mainforte.equipment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;

/** What a message in plain words, French or English, says about a return. */
final class ReturnWords {
    private static final Pattern NOT_SAVED =
            Pattern.compile("\\b(?:pas (?:encore )?(?:tout |rien )?(?:sauvegarde|fait de sauvegarde)"
                    + "|rien sauvegarde|oublie de sauvegarder|(?:not|n't|never|haven't) (?:yet )?(?:backed up|saved)|nothing is saved"
                    + "|forgot to (?:back up|save))");
    private static final Pattern SAVED = Pattern.compile("\\b(?:(?:j'ai|ai) (?:bien |deja )?(?:tout )?sauvegarde"
            + "|tout est (?:bien )?sauvegarde|(?:fichiers|donnees) (?:sont |bien )*sauvegardee?s"
            + "|(?:i have|i've|i) (?:already )?(?:saved|backed up)|(?:is|are) (?:all )?(?:saved|backed up))");
    private static final Pattern PARCEL =
            Pattern.compile("\\b(?:par (?:colis|la poste)|en colis|by (?:parcel|post|mail)|as a parcel)\\b");
    private static final Pattern PICK_UP = Pattern.compile(
            "\\b(?:enlevement|(?:venir|vienne|vient|passer|passe) (?:le |la |me |nous )?(?:chercher|prendre|recuperer)"
                    + "|pick(?:ed)?[- ]?up|collect(?:ed|ion)?)\\b");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(?![\\d/])");

    private ReturnWords() {}

    /** @param today what “demain” and a day without a year are counted from */
    static Map<String, String> of(String utterance, LocalDate today) {
        String folded = Words.fold(utterance);
        Map<String, String> said = new LinkedHashMap<>();
        if (NOT_SAVED.matcher(folded).find()) {
            said.put("saved", "no");
        } else if (SAVED.matcher(folded).find()) {
            said.put("saved", "yes");
        }
        boolean parcel = PARCEL.matcher(folded).find();
        if (parcel != PICK_UP.matcher(folded).find()) {
            said.put("mode", Written.of(parcel ? EquipmentReturn.Mode.PARCEL : EquipmentReturn.Mode.PICK_UP));
        }
        day(folded, today).ifPresent(day -> said.put("date", day.toString()));
        return said;
    }

    private static Optional<LocalDate> day(String folded, LocalDate today) {
        if (folded.matches(".*\\b(?:demain|tomorrow)\\b.*")
                && !folded.contains("apres-demain")
                && !folded.contains("apres demain")
                && !folded.contains("day after tomorrow")) {
            return Optional.of(today.plusDays(1));
        }
        Matcher iso = ISO.matcher(folded);
        if (iso.find()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher french = DAY_MONTH.matcher(folded);
        if (!french.find()) {
            return Optional.empty();
        }
        int year = french.group(3) == null ? today.getYear() : number(french, 3);
        Optional<LocalDate> day = day(year, number(french, 2), number(french, 1));
        // said in December of a day in January
        return day.map(
                found -> french.group(3) == null && found.isBefore(today.minusMonths(6)) ? found.plusYears(1) : found);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            // 31/02 is asked again rather than guessed at
            return Optional.empty();
        }
    }
}
