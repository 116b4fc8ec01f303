package org.mainforte.equipment;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;

/** What a message in plain words, French or English, says about an order. */
final class OrderWords {
    private static final Map<Item, Pattern> ITEMS = new EnumMap<>(Map.of(
            Item.MOUSE, words("souris|mouse|mice"),
            Item.KEYBOARD, words("claviers?|keyboards?"),
            Item.HEADSET,
                    words("(?:micro[- ]?)?casques?|headsets?|headphones?|ecouteurs?|oreillettes?|earphones?|earbuds?"),
            Item.CHARGER, words("chargeurs?|chargers?|bloc d'alimentation|alimentation|power (?:supply|adapter)"),
            Item.DOCK, words("docks?|docking(?: stations?)?|stations? d'accueil|dockstation"),
            Item.SCREEN, words("ecrans?|moniteurs?|screens?|monitors?"),
            Item.BAG, words("sacs?|sacoches?|housses?|sac a dos|bags?|backpacks?|sleeves?"),
            Item.CABLE, words("cables?|rallonges?"),
            Item.ADAPTER, words("adaptateurs?|adapters?")));
    private static final Pattern HOME =
            words("a (?:la|ma) maison|chez moi|(?:a|mon) domicile|(?:at|to my|my) home|home delivery|livraison");
    private static final Pattern ON_SITE =
            words("(?:au|a mon) bureau|sur (?:place|site)|(?:at|to) (?:the|my) office|on[- ]site");
    private static final Map<AccessoryOrder.Reason, Pattern> REASONS = new EnumMap<>(Map.of(
            AccessoryOrder.Reason.LOST, words("perdue?s?|egaree?s?|lost|oubliee? dans le train"),
            AccessoryOrder.Reason.BROKEN,
                    words("cassee?s?|brokee?n?|mort|morte|dead|hs|h\\.s|abimee?|ne (?:marche|fonctionne) (?:plus|pas)"
                            + "|marche plus|(?:does not|doesn't|stopped) work(?:ing)?|en panne|faulty"),
            AccessoryOrder.Reason.NEVER_HAD, words("jamais eu|jamais recue?|never (?:had|got|received)")));

    /** “2 souris”, “trois câbles”. */
    private static final Pattern SEVERAL = Pattern.compile(
            "\\b(?:[2-9]|[1-9]\\d|deux|trois|quatre|cinq|six|two|three|four|five|plusieurs|several|a (?:couple|pair) of)"
                    + " (?!ecrans? de|inch)(?:nouve\\w+ |new )?(?:souris|mice|mouses?|claviers?|keyboards?|(?:micro[- ]?)?casques?"
                    + "|headsets?|chargeurs?|chargers?|docks?|stations?|ecrans?|screens?|monitors?|moniteurs?|sacs?|bags?|sacoches?"
                    + "|cables?|adaptateurs?|adapters?)\\b");

    private OrderWords() {}

    static Map<String, String> of(String utterance) {
        // "power adapter" and "sac à dos" name one thing each: the charger is not an adapter as well
        String folded =
                Words.fold(utterance).replace("power adapter", "charger").replaceAll("[\\u2010-\\u2015]", "-");
        Map<String, String> said = new LinkedHashMap<>();
        only(ITEMS, folded, said, "item");
        only(REASONS, folded, said, "reason");
        if (said.containsKey("item") && SEVERAL.matcher(folded).find()) {
            said.put(OrderRequest.SEVERAL, "yes");
        }
        boolean home = HOME.matcher(folded).find();
        if (home != ON_SITE.matcher(folded).find()) {
            said.put("handover", Written.of(home ? AccessoryOrder.Handover.DELIVERY : AccessoryOrder.Handover.ON_SITE));
        }
        return said;
    }

    /** Whether somebody wants it brought to the office. */
    static boolean atTheOffice(String typed) {
        return ON_SITE.matcher(Words.fold(typed)).find();
    }

    /** Sure only when exactly one is named. */
    private static <E extends Enum<E>> void only(
            Map<E, Pattern> known, String folded, Map<String, String> said, String field) {
        List<E> named = known.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(folded).find())
                .map(Map.Entry::getKey)
                .toList();
        if (named.size() == 1) {
            said.put(field, Written.of(named.getFirst()));
        }
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }
}
