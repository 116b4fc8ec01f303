package org.mainforte.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** The appointments somebody has, each to be moved or cancelled. {@code reference=A-100001} narrows it to one. */
@Component
class MyAppointments implements Lookup {
    private final Appointments appointments;

    MyAppointments(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String id() {
        return "my-appointments";
    }

    @Override
    public Answer answer(Employee employee, Language language, Instant now, Map<String, String> values) {
        String only = values.get("reference");
        List<Appointment> mine = appointments.upcoming(employee.id(), now).stream()
                .filter(one -> only == null || one.reference().equals(only))
                .toList();
        if (mine.isEmpty()) {
            return new Answer(
                    Texts.get(language, "appointment.mine.none"),
                    List.of(new Offer(
                            Texts.get(language, "appointment.offer.book"), Start.request("appointment", Map.of()))));
        }
        List<String> lines = new ArrayList<>(List.of(Texts.get(language, "appointment.mine"), ""));
        List<Offer> offers = new ArrayList<>();
        for (Appointment one : mine) {
            lines.add(line(one, language));
            offers.add(offer("move", one, language));
            offers.add(offer("cancel", one, language));
        }
        return new Answer(String.join("\n", lines), offers);
    }

    private String line(Appointment one, Language language) {
        return Texts.get(
                language,
                "appointment.mine.line",
                Texts.moment(language, one.start()),
                one.place(),
                appointments.technician(one).name(language),
                one.reference(),
                one.reason());
    }

    private static Offer offer(String what, Appointment one, Language language) {
        return new Offer(
                Texts.get(language, "appointment.offer." + what, one.reference()),
                Start.request("appointment-" + what, Map.of("appointment", one.reference())));
    }
}
