package org.mainforte.appointment.web;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Objects;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.mainforte.appointment.Appointment;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * An appointment as a calendar file (RFC 5545). The UID stays, the SEQUENCE counts its changes, so that a calendar replaces the
 * older version; a cancelled one is taken out (RFC 5546, METHOD:CANCEL).
 */
final class Invitation {
    private Invitation() {}

    static String of(Appointment appointment, String technician, Language language) {
        boolean cancelled = appointment.state() == Appointment.State.CANCELLED;
        Status status = cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
        ZonedDateTime start = appointment.start().atZone(ActingClock.PARIS);
        String title = Texts.get(language, "appointment.invitation", appointment.reference());
        var event = new VEvent(start, Duration.between(appointment.start(), appointment.end()), title);
        event.replace(new DtStamp(appointment.changed()));
        event.add(new Uid(appointment.reference() + "@mainforte"));
        event.add(new Sequence(appointment.version()));
        event.add(new LastModified(appointment.changed()));
        event.add(status);
        event.add(new Location(appointment.place()));
        event.add(new Description(appointment.reason() + "\n" + technician));
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Mainforte//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        calendar.add(paris());
        calendar.add(event);
        return calendar.toString();
    }

    /** The rules of Europe/Paris, so that a calendar that does not know the name still shows the right hour. */
    private static VTimeZone paris() {
        var zone = TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(ActingClock.PARIS.getId());
        return Objects.requireNonNull(zone, "the calendar library knows Europe/Paris")
                .getVTimeZone();
    }
}
