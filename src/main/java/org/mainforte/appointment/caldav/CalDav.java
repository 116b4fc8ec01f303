package org.mainforte.appointment.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.Appointment;
import org.mainforte.appointment.CalendarFile;
import org.mainforte.appointment.TechnicianCalendar;
import org.mainforte.appointment.caldav.Multistatus.Response;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.outside.OutsideHttp.Answer;
import org.mainforte.outside.OutsideSettings;
import org.mainforte.outside.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Technicians' calendars by CalDAV (RFC 4791). Written are only objects named after our appointments, each guarded by
 * If-None-Match or If-Match; busy times are read by calendar-query, because not every server has free-busy-query.
 */
@Component
@ConditionalOnProperty(name = "mainforte.calendar.system", havingValue = "caldav")
public class CalDav implements TechnicianCalendar {
    private static final Logger LOG = LoggerFactory.getLogger(CalDav.class);
    private static final Pattern OURS = Pattern.compile(".*/mainforte-([A-Za-z0-9-]{1,40})\\.ics");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration WHILE_SOMEBODY_WAITS = Duration.ofSeconds(2);
    private static final String XML = "application/xml; charset=utf-8";

    private final CalDavSettings settings;
    private final OutsideHttp http;
    private final OutsideHttp quick;
    private final Map<String, String> found = new ConcurrentHashMap<>();

    public CalDav(CalDavSettings settings, OutsideSettings patience) {
        this.settings = settings;
        String password = settings.username() + ":" + settings.password();
        String basic = "Basic " + Base64.getEncoder().encodeToString(password.getBytes(UTF_8));
        URI url = URI.create(settings.url().replace("{technician}", "technician"));
        String server = url.getScheme() + "://" + url.getRawAuthority();
        http = new OutsideHttp(server, Map.of("Authorization", basic), patience, false);
        quick = new OutsideHttp(server, Map.of("Authorization", basic), patience.atMost(WHILE_SOMEBODY_WAITS), false);
    }

    @Override
    public String name() {
        return "caldav";
    }

    @Override
    public boolean immediate() {
        return false;
    }

    @Override
    public Optional<View> read(String technician, Instant from, Instant until, @Nullable String version) {
        String calendar = calendar(technician);
        Answer answer = http.send("PROPFIND", calendar, Map.of("Depth", "0", "Content-Type", XML), bytes("""
                <propfind xmlns="DAV:" xmlns:S="http://calendarserver.org/ns/"><prop><S:getctag/></prop></propfind>"""));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        String tag = Multistatus.read(expect(answer, calendar).body()).stream()
                .map(one -> one.text(Multistatus.CALENDAR_SERVER, "getctag"))
                .findFirst()
                .orElse("");
        // The window moves on with the days, also when nothing changes.
        String now = tag + " " + LocalDate.ofInstant(from, ZoneOffset.UTC);
        if (!tag.isEmpty() && now.equals(version)) {
            return Optional.empty();
        }
        return Optional.of(view(now, query(http, calendar, from, until), from, until));
    }

    @Override
    public List<Time> busy(String technician, Instant from, Instant until) {
        Answer answer = query(quick, calendar(technician), from, until);
        return answer.status() == 404
                ? List.of()
                : view("", answer, from, until).busy();
    }

    private static Answer query(OutsideHttp http, String calendar, Instant from, Instant until) {
        return http.send("REPORT", calendar, Map.of("Depth", "1", "Content-Type", XML), bytes("""
                <C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
                <prop><getetag/><C:calendar-data/></prop>
                <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
                <C:time-range start="%s" end="%s"/>
                </C:comp-filter></C:comp-filter></C:filter></C:calendar-query>""".formatted(
                        UTC.format(from), UTC.format(until))));
    }

    private static View view(String version, Answer answer, Instant from, Instant until) {
        List<Entry> entries = new ArrayList<>();
        List<Time> busy = new ArrayList<>();
        for (Response one : Multistatus.read(expect(answer, "its entries").body())) {
            String text = one.text(Multistatus.CALDAV, "calendar-data");
            if (text.isEmpty()) {
                continue;
            }
            try {
                CalendarData data = CalendarData.read(text);
                var name = OURS.matcher(one.href());
                if (name.matches()) {
                    data.entry(name.group(1), one.text(Multistatus.DAV, "getetag"))
                            .ifPresent(entries::add);
                } else {
                    busy.addAll(data.busy(from, until));
                }
            } catch (Refused unreadable) {
                // One strange object must not hide everything else in the calendar.
                LOG.warn("{} is left out: {}", one.href(), unreadable.getMessage());
            }
        }
        return new View(version, entries, busy);
    }

    @Override
    public Optional<Entry> entry(String technician, String reference) {
        Answer answer = http.get(path(technician, reference));
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        String etag = Optional.ofNullable(expect(answer, reference).etag()).orElse("");
        return CalendarData.read(answer.text()).entry(reference, etag);
    }

    @Override
    public Entry put(String technician, Appointment appointment, @Nullable String etag) {
        Map<String, String> condition = etag == null ? Map.of("If-None-Match", "*") : Map.of("If-Match", etag);
        Map<String, String> headers = new java.util.HashMap<>(condition);
        headers.put("Content-Type", "text/calendar; charset=utf-8");
        String reference = appointment.reference();
        Answer answer = http.send("PUT", path(technician, reference), headers, bytes(CalendarFile.stored(appointment)));
        if (answer.status() == 412 || (etag != null && answer.status() == 404)) {
            throw new Changed(reference);
        }
        String now = expect(answer, reference).etag();
        if (now != null) {
            return new Entry(reference, appointment.start(), appointment.end(), appointment.version(), false, now);
        }
        // Some servers do not say: what stands there now is read.
        return entry(technician, reference).orElseThrow(() -> new Changed(reference));
    }

    @Override
    public void remove(String technician, String reference, @Nullable String etag) {
        Map<String, String> condition = etag == null ? Map.of() : Map.of("If-Match", etag);
        Answer answer = http.send("DELETE", path(technician, reference), condition, null);
        if (answer.status() == 412) {
            if (entry(technician, reference).isPresent()) {
                throw new Changed(reference);
            }
            return;
        }
        if (answer.status() != 404 && answer.status() != 410) {
            expect(answer, reference);
        }
    }

    private String path(String technician, String reference) {
        return calendar(technician) + "mainforte-" + encoded(reference) + ".ics";
    }

    private String calendar(String technician) {
        String url = settings.url();
        if (url.contains("{technician}")) {
            String path =
                    URI.create(url.replace("{technician}", encoded(technician))).getRawPath();
            return path.endsWith("/") ? path : path + "/";
        }
        return found.computeIfAbsent(technician, this::first);
    }

    /** The first calendar in the technician's home. */
    private String first(String technician) {
        String root = URI.create(settings.url()).getRawPath();
        String home = (root.endsWith("/") ? root : root + "/") + encoded(technician) + "/";
        Answer answer = http.send("PROPFIND", home, Map.of("Depth", "1", "Content-Type", XML), bytes("""
                <propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>"""));
        return Multistatus.read(expect(answer, home).body()).stream()
                .filter(one -> one.has(Multistatus.CALDAV, "calendar"))
                .map(Response::href)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Refused("There is no calendar in " + home));
    }

    private static Answer expect(Answer answer, String what) {
        if (!answer.ok()) {
            throw new Refused("The calendar answered " + answer.status() + " for " + what);
        }
        return answer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
