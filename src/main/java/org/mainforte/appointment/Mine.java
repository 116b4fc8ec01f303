package org.mainforte.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Option;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Which of their own coming appointments somebody means. */
@Component
class Mine {
    private static final Pattern REFERENCE = Pattern.compile("\\bA-\\d{6}\\b");

    private final Appointments appointments;
    private final Cards cards;

    Mine(Appointments appointments, Cards cards) {
        this.appointments = appointments;
        this.cards = cards;
    }

    List<Appointment> upcoming(Asking asking) {
        return appointments.upcoming(asking.employee().id(), asking.now());
    }

    List<Option> options(Asking asking) {
        return upcoming(asking).stream()
                .map(one -> new Option(one.reference(), cards.line(one, asking.language())))
                .toList();
    }

    /** The only one there is. */
    @Nullable
    String only(Asking asking) {
        List<Appointment> upcoming = upcoming(asking);
        return upcoming.size() == 1 ? upcoming.getFirst().reference() : null;
    }

    Optional<Appointment> chosen(Asking asking) {
        @Nullable
        String reference = Optional.ofNullable(asking.value("appointment")).orElseGet(() -> only(asking));
        return upcoming(asking).stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst();
    }

    /** @throws Refusal naming {@code appointment} when it is not one of theirs that is still to come */
    Appointment required(String reference, Asking asking) {
        return upcoming(asking).stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new Refusal("appointment", "appointment.over", reference));
    }

    /** Refuses what names an appointment that is not one of theirs: another must not be proposed in its place. */
    Optional<Refusal> unknown(Asking asking) {
        String reference = asking.value("appointment");
        return reference == null
                        || upcoming(asking).stream()
                                .anyMatch(one -> one.reference().equals(reference))
                ? Optional.empty()
                : Optional.of(new Refusal(null, "appointment.not-found", reference));
    }

    /** A reference somebody wrote that is not one of theirs, as the value to be refused. */
    Map<String, String> stranger(String utterance, Asking asking) {
        Matcher written = REFERENCE.matcher(utterance.toUpperCase(Locale.ROOT));
        return written.find() && named(upcoming(asking), utterance).isEmpty()
                ? Map.of("appointment", written.group())
                : Map.of();
    }

    /** One of several by its reference, or by its day when only one is on that day; a reference not theirs as it is. */
    Map<String, String> understood(String utterance, Asking asking) {
        Map<String, String> stranger = stranger(utterance, asking);
        if (!stranger.isEmpty()) {
            return stranger;
        }
        List<Appointment> upcoming = upcoming(asking);
        List<Appointment> named = named(upcoming, utterance);
        List<Appointment> meant = named.isEmpty() ? onDays(upcoming, utterance, asking) : named;
        return meant.size() == 1 ? Map.of("appointment", meant.getFirst().reference()) : Map.of();
    }

    private static List<Appointment> named(List<Appointment> upcoming, String utterance) {
        return upcoming.stream()
                .filter(one -> utterance.toUpperCase(Locale.ROOT).contains(one.reference()))
                .toList();
    }

    private static List<Appointment> onDays(List<Appointment> upcoming, String utterance, Asking asking) {
        List<LocalDate> days =
                Wish.days(utterance, asking.now().atZone(ActingClock.PARIS).toLocalDate());
        return upcoming.stream()
                .filter(one ->
                        days.contains(one.start().atZone(ActingClock.PARIS).toLocalDate()))
                .toList();
    }
}
