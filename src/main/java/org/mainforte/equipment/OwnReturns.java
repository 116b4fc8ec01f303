package org.mainforte.equipment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Option;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** The returns of a person that are under way, to be changed or cancelled; another's is as unknown as one that is not there. */
@Component
class OwnReturns {
    static final Predicate<EquipmentReturn> ANY = back -> true;
    static final Predicate<EquipmentReturn> PICKED_UP = back -> back.mode() == EquipmentReturn.Mode.PICK_UP;
    private static final Pattern REFERENCE = Pattern.compile("\\b[Rr]-\\d{1,9}\\b");

    private final Ledger ledger;

    OwnReturns(Ledger ledger) {
        this.ledger = ledger;
    }

    List<EquipmentReturn> under(PersonId person, Predicate<EquipmentReturn> which) {
        return ledger.returns(person).stream()
                .filter(EquipmentReturn::under)
                .filter(which)
                .toList();
    }

    List<Option> options(Asking asking, Predicate<EquipmentReturn> which) {
        return under(asking.employee().id(), which).stream()
                .map(back -> new Option(back.reference(), line(back, asking.language())))
                .toList();
    }

    /** The only one there is. */
    @Nullable
    String only(Asking asking, Predicate<EquipmentReturn> which) {
        List<EquipmentReturn> under = under(asking.employee().id(), which);
        return under.size() == 1 ? under.getFirst().reference() : null;
    }

    /** Refuses when there is nothing to change, or when what is named is not one of theirs. */
    Optional<Refusal> refused(Asking asking, Predicate<EquipmentReturn> which) {
        List<EquipmentReturn> under = under(asking.employee().id(), which);
        if (under.isEmpty()) {
            return Optional.of(new Refusal(null, "equipment.return.none-under-way"));
        }
        String named = asking.value("reference");
        return named == null || under.stream().anyMatch(back -> back.reference().equalsIgnoreCase(named))
                ? Optional.empty()
                : Optional.of(new Refusal(null, "equipment.return.not-found", named));
    }

    /** A reference somebody wrote, whoever's it is. */
    static Map<String, String> named(String utterance) {
        Matcher written = REFERENCE.matcher(utterance);
        return written.find() ? Map.of("reference", written.group().toUpperCase(Locale.ROOT)) : Map.of();
    }

    /** @throws Refusal naming {@code reference} when it is not one of theirs that is still under way */
    EquipmentReturn required(String reference, PersonId person, Predicate<EquipmentReturn> which) {
        return under(person, which).stream()
                .filter(back -> back.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new Refusal("reference", "equipment.return.over", reference));
    }

    static String line(EquipmentReturn back, Language language) {
        String when = back.date() == null ? "" : ", " + Texts.day(language, back.date());
        return back.reference() + ", " + back.serial() + " ("
                + Texts.get(language, "equipment.mode." + Written.of(back.mode())) + when + ")";
    }
}
