package org.mainforte.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.site.Half;
import org.mainforte.site.Site;
import org.springframework.stereotype.Component;

/** Which slots somebody is shown, and which one they mean by their words. */
@Component
class SlotChoice {
    static final int SHOWN = 6;
    private static final Pattern EARLIEST = Pattern.compile(
            "\\b(le plus (tot|vite|rapidement) possible|au plus (tot|vite)|des que possible|le premier( creneau)?|asap|as soon as possible|the (first|earliest)( one| slot)?)\\b");

    private final Promises promises;
    private final SlotFinder finder;

    SlotChoice(Promises promises, SlotFinder finder) {
        this.promises = promises;
        this.finder = finder;
    }

    /** At most six slots, those that fit the wish if any do, spread over the half-days, and the one already chosen. */
    List<Option> options(Site site, Asking asking) {
        Promises.Outlook outlook = promises.asked(asking.employee(), site, asking.now());
        List<Slot> shown = new ArrayList<>(spread(wished(outlook, asking)));
        @Nullable String chosen = asking.value("slot");
        if (chosen != null && shown.stream().noneMatch(slot -> slot.id().equals(chosen))) {
            // Kept even if just taken: the card then says so, which helps more than "not an option".
            finder.read(site, chosen).ifPresent(shown::add);
        }
        return shown.stream()
                .sorted(Comparator.comparing(Slot::start))
                .map(slot -> new Option(slot.id(), label(slot, asking.language())))
                .toList();
    }

    /** The wish, and the slot too when exactly one free slot fits it. */
    Map<String, String> understood(String utterance, Site site, Asking asking) {
        if (EARLIEST.matcher(Words.fold(utterance)).find()) {
            return promises.outlook(site, asking.now()).slots().stream()
                    .min(Comparator.comparing(Slot::start))
                    .map(first -> Map.of("slot", first.id()))
                    .orElse(Map.of());
        }
        Optional<Wish> wish = Wish.read(utterance, today(asking.now()));
        if (wish.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("wish", wish.get().written());
        List<Slot> fitting = fitting(promises.outlook(site, asking.now()).slots(), wish.get());
        one(fitting)
                .or(() -> one(onTheDayOf(asking.value("slot"), site, fitting)))
                .ifPresent(slot -> values.put("slot", slot.id()));
        return values;
    }

    /** Whether a wish was said that no free slot fits. */
    boolean isUnmet(Site site, Asking asking) {
        @Nullable String words = asking.value("wish");
        return words != null
                && asking.value("slot") == null
                && Wish.read(words, today(asking.now()))
                        .filter(wish -> fitting(
                                        promises.outlook(site, asking.now()).slots(), wish)
                                .isEmpty())
                        .isPresent();
    }

    private static Optional<Slot> one(List<Slot> slots) {
        return slots.size() == 1 ? Optional.of(slots.getFirst()) : Optional.empty();
    }

    /** “Plutôt 14 h”: on the day that was chosen before. */
    private List<Slot> onTheDayOf(@Nullable String chosen, Site site, List<Slot> slots) {
        return chosen == null
                ? List.of()
                : finder.read(site, chosen)
                        .map(before -> slots.stream()
                                .filter(slot -> slot.day().equals(before.day()))
                                .toList())
                        .orElse(List.of());
    }

    /**
     * The slot of a form, still free.
     *
     * @throws Refusal naming {@code slot} when it does not exist or is taken
     */
    Slot required(Site site, String id, Instant now) {
        return finder.read(site, id)
                .filter(slot -> !finder.candidates(slot, now).isEmpty())
                .orElseThrow(() -> new Refusal("slot", "appointment.slot-taken"));
    }

    static String label(Slot slot, Language language) {
        return Texts.moment(language, slot.start()) + ", " + slot.technician().name(language);
    }

    private List<Slot> wished(Promises.Outlook outlook, Asking asking) {
        @Nullable String words = asking.value("wish");
        List<Slot> fitting = words == null
                ? List.of()
                : Wish.read(words, today(asking.now()))
                        .map(wish -> fitting(outlook.slots(), wish))
                        .orElse(List.of());
        return fitting.isEmpty() ? outlook.offered() : fitting;
    }

    private static List<Slot> fitting(List<Slot> slots, Wish wish) {
        return slots.stream()
                .filter(slot ->
                        wish.fits(slot.local(), slot.site().half(slot.local().toLocalTime())))
                .toList();
    }

    /** Takes one slot of each half-day in turn, so that six slots are not all of one morning. */
    static List<Slot> spread(List<Slot> slots) {
        record HalfDay(LocalDate day, Half half) {}
        Map<HalfDay, List<Slot>> byHalfDay = new LinkedHashMap<>();
        for (Slot slot : slots) {
            Half half = slot.site().half(slot.local().toLocalTime());
            byHalfDay
                    .computeIfAbsent(new HalfDay(slot.day(), half), any -> new ArrayList<>())
                    .add(slot);
        }
        Collection<List<Slot>> halves = byHalfDay.values().stream().limit(SHOWN).toList();
        List<Slot> taken = new ArrayList<>();
        for (int turn = 0; taken.size() < Math.min(SHOWN, slots.size()) && turn < slots.size(); turn++) {
            for (List<Slot> half : halves) {
                if (turn < half.size() && taken.size() < SHOWN) {
                    taken.add(half.get(turn));
                }
            }
        }
        return taken;
    }

    private static LocalDate today(Instant now) {
        return now.atZone(ActingClock.PARIS).toLocalDate();
    }
}
