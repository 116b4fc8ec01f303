package org.mainforte.equipment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** Says where a parcel is, and offers a ticket when it does not move. */
@Component
class ParcelWords {
    /** Business days after which an announced parcel ought to have moved. */
    static final int PATIENCE = 5;

    private final SiteVisits visits;

    ParcelWords(SiteVisits visits) {
        this.visits = visits;
    }

    String line(Parcel parcel, Language language) {
        return Texts.get(language, "equipment.parcel.line", parcel.request(), parcel.serial(), state(parcel, language));
    }

    String state(Parcel parcel, Language language) {
        String state = Texts.get(
                language, "equipment.parcel." + Written.of(parcel.state()), Texts.day(language, parcel.announced()));
        return parcel.carrierState() == null
                ? state
                : state + " " + Texts.get(language, "equipment.parcel.carrier", parcel.carrierState());
    }

    /** Whether it was announced more than {@link #PATIENCE} business days ago and nothing has happened since. */
    boolean stuck(Parcel parcel, Employee employee, Instant now) {
        return parcel.state() == Parcel.State.ANNOUNCED
                && visits.businessDaysSince(employee.site(), parcel.announced(), now) > PATIENCE;
    }

    /** A ticket about a parcel that is lost or does not move. */
    Optional<Offer> trouble(Parcel parcel, Employee employee, Language language, Instant now) {
        String key = parcel.state() == Parcel.State.LOST ? "lost" : "stuck";
        if (key.equals("stuck") && !stuck(parcel, employee, now)) {
            return Optional.empty();
        }
        String description = Texts.get(
                language,
                "equipment.parcel." + key + "-ticket",
                parcel.request(),
                parcel.serial(),
                Texts.day(language, parcel.announced()));
        return Optional.of(
                ticket(Texts.get(language, "equipment.offer.parcel", parcel.request()), "delivery", description));
    }

    static Offer ticket(String label, String category, String description) {
        return new Offer(label, Start.request("ticket", Map.of("category", category, "description", description)));
    }
}
