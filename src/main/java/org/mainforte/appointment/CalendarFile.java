package org.mainforte.appointment;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Objects;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * An appointment as a calendar file (RFC 5545). The UID stays, the SEQUENCE counts its changes, so that a calendar replaces the
 * older version; a cancelled one is taken out (RFC 5546, METHOD:CANCEL).
 */
public final class CalendarFile {
    private CalendarFile() {}

    /** For somebody to open: it replaces what they have of it. */
    public static String published(Appointment appointment, String technician, Language language) {
        var calendar = calendar(event(appointment, technician, language));
        calendar.add(cancelled(appointment) ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        return calendar.toString();
    }

    /** For a mail that invites or calls off (RFC 6047). */
    static String invitation(
            Appointment appointment, String technician, Language language, String organizer, String attendee) {
        VEvent event = event(appointment, technician, language);
        event.add(new Organizer(URI.create("mailto:" + organizer)));
        event.add(new Attendee(URI.create("mailto:" + attendee)));
        var calendar = calendar(event);
        calendar.add(cancelled(appointment) ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        return calendar.toString();
    }

    /** For a technician's calendar on a server, which takes no method (RFC 4791, section 4.1). */
    public static String stored(Appointment appointment) {
        return calendar(event(appointment, appointment.person().value(), Language.FR))
                .toString();
    }

    /** The same appointment has the same UID everywhere. */
    public static String uid(String reference) {
        return reference + "@mainforte";
    }

    private static boolean cancelled(Appointment appointment) {
        return appointment.state() == Appointment.State.CANCELLED;
    }

    private static VEvent event(Appointment appointment, String with, Language language) {
        Status status = cancelled(appointment) ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
        ZonedDateTime start = appointment.start().atZone(ActingClock.PARIS);
        String title = Texts.get(language, "appointment.invitation", appointment.reference());
        var event = new VEvent(start, Duration.between(appointment.start(), appointment.end()), title);
        event.replace(new DtStamp(appointment.changed()));
        event.add(new Uid(uid(appointment.reference())));
        event.add(new Sequence(appointment.version()));
        event.add(new LastModified(appointment.changed()));
        event.add(status);
        event.add(new Location(appointment.place()));
        event.add(new Description(appointment.reason() + "\n" + with));
        return event;
    }

    private static Calendar calendar(VEvent event) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Mainforte//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(paris());
        calendar.add(event);
        return calendar;
    }

    /** The rules of Europe/Paris, so that a calendar that does not know the name still shows the right hour. */
    private static VTimeZone paris() {
        var zone = TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(ActingClock.PARIS.getId());
        return Objects.requireNonNull(zone, "the calendar library knows Europe/Paris")
                .getVTimeZone();
    }
}
