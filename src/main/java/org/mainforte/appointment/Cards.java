package org.mainforte.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** The lines of cards and receipts about appointments. */
@Component
class Cards {
    private final Appointments appointments;

    Cards(Appointments appointments) {
        this.appointments = appointments;
    }

    static Row row(Language language, String key, String value) {
        return new Row(Texts.get(language, key + ".label"), value);
    }

    static List<Row> slot(Slot slot, Language language) {
        return List.of(
                row(language, "appointment.when", Texts.moment(language, slot.start())),
                row(language, "appointment.place", slot.site().place(language)),
                row(language, "appointment.technician", slot.technician().name(language)));
    }

    /** A line that says so when the slot is later than promised. */
    static Optional<Row> late(Slot slot, Asking asking) {
        Promise promise = Promise.of(slot.site(), asking.now(), List.of());
        return promise.covers(slot)
                ? Optional.empty()
                : Optional.of(row(
                        asking.language(),
                        "appointment.late",
                        Texts.get(asking.language(), "appointment.late", Texts.day(asking.language(), promise.day()))));
    }

    /** An appointment in a line, as one of several to choose from. */
    String line(Appointment appointment, Language language) {
        return Texts.moment(language, appointment.start()) + ", " + appointment.place() + " (" + appointment.reference()
                + ")";
    }

    Receipt receipt(Appointment appointment, Language language, String text) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(language, "appointment.when", Texts.moment(language, appointment.start())));
        rows.add(row(language, "appointment.place", appointment.place()));
        rows.add(row(
                language,
                "appointment.technician",
                appointments.technician(appointment).name(language)));
        rows.add(row(language, "appointment.reason", appointment.reason()));
        if (appointment.ticket() != null) {
            rows.add(row(language, "appointment.ticket", appointment.ticket()));
        }
        return new Receipt(
                "appointment",
                appointment.reference(),
                "/api/appointments/" + appointment.reference() + ".ics",
                rows,
                text);
    }

    /** The reference of one of somebody's own appointments, whatever its state. */
    static String own(Appointments appointments, String reference, Confirmed confirmed) {
        return appointments
                .find(reference, confirmed.employee().id())
                .filter(one -> one.person().equals(confirmed.employee().id()))
                .map(Appointment::reference)
                .orElseThrow(() -> new Refusal("appointment", "appointment.over", reference));
    }

    /** Runs a change; a slot that is gone becomes the refusal that asks for another. */
    static Appointment orRefused(Supplier<Appointment> change) {
        try {
            return change.get();
        } catch (SlotTaken taken) {
            throw new Refusal("slot", "appointment.slot-taken");
        }
    }
}
