package org.mainforte.equipment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mainforte.catalogue.SpokenDay;
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
        List<SpokenDay> days = SpokenDay.in(folded, today);
        if (!days.isEmpty()) {
            // Of several the last counts: “not tomorrow, rather Friday”.
            said.put("date", days.getLast().day().toString());
        }
        return said;
    }
}
