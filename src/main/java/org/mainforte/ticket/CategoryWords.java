package org.mainforte.ticket;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;

/** Tells from the words of a description what it is about. Sure only when one category is named more often than any other. */
final class CategoryWords {
    /** By category, the beginnings of words that speak for it, French and English, folded. */
    private static final Map<TicketCategory, Pattern> WORDS = new EnumMap<>(Map.of(
            TicketCategory.HARDWARE,
            starting(
                    "pc|ordi|ordinateur|portable|laptop|computer|batterie|battery|ventilateur|ecran (?:noir|bleu|casse|fissure)"
                            + "|(?:black|blue|broken|cracked) screen|ne s'allume|s'allume (?:plus|pas)|won't (?:start|turn on)|charniere"
                            + "|surchauffe|overheat|disque dur|imprimante|printer|webcam|pave tactile|touchpad"),
            TicketCategory.ACCESSORY,
            starting(
                    "souris|mouse|clavier|keyboard|casque|headset|chargeur|charger|dock|station d'accueil|ecran externe"
                            + "|external (?:screen|monitor)|sacoche|housse|adaptateur|adapter|cable"),
            TicketCategory.ACCOUNT,
            starting(
                    "mot de passe|mdp|password|compte|account|authenticator|mfa|double authentification|identifiant|pin\\b"
                            + "|login|se connecter a (?:ma|la) session|sign(?:ing)? in|droits? d'acces|verrouille|locked"),
            TicketCategory.NETWORK,
            starting("wifi|wi-fi|reseau|network|vpn|internet|connexion|ethernet|partage de connexion|hotspot|proxy"),
            TicketCategory.SOFTWARE,
            starting(
                    "outlook|teams|excel|word\\b|powerpoint|office|windows|logiciel|software|application|appli\\b|app\\b"
                            + "|mise a jour|update|plante|crash|licence|license|navigateur|browser|edge\\b|sap\\b|intune|portail"),
            TicketCategory.DATA,
            starting(
                    "fichier|file|dossier|folder|onedrive|sauvegard|backup|donnees|data|corbeille|sharepoint|supprime|deleted"),
            TicketCategory.MEETING_ROOM,
            starting("salle|meeting room|visio|video ?conference|videoprojecteur|projector|teams room"),
            TicketCategory.DELIVERY,
            starting("colis|parcel|livraison|livre\\b|delivery|delivered|transporteur|carrier|suivi\\b|tracking"),
            TicketCategory.SECURITY,
            starting(
                    "vol\\b|vole|stolen|theft|phishing|hameconnage|virus|pirat|hack|ransom|malware|arnaque|scam|frauduleu"
                            + "|suspect|suspicious")));

    private CategoryWords() {}

    /** The category of a description, when it is sure. */
    static Optional<TicketCategory> of(String description) {
        String folded = Words.fold(description).replaceAll("[\\u2010-\\u2015]", "-");
        List<Map.Entry<TicketCategory, Long>> named = WORDS.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().matcher(folded).results().count()))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        if (named.isEmpty()
                || named.size() > 1
                        && named.get(0).getValue().equals(named.get(1).getValue())) {
            return Optional.empty();
        }
        return Optional.of(named.getFirst().getKey());
    }

    private static Pattern starting(String words) {
        return Pattern.compile("\\b(?:" + words + ")");
    }
}
