package org.mainforte.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mainforte.appointment.CalendarEntries.Row;
import org.mainforte.appointment.TechnicianCalendar.Entry;
import org.mainforte.appointment.TechnicianCalendar.View;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the technicians' calendars: when they are busy, and what they did with our appointments. */
@Component
class CalendarFeed {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarFeed.class);
    private static final Duration AHEAD = Duration.ofDays(60);
    private static final Duration PAST = Duration.ofDays(1);

    private final Technicians technicians;
    private final AppointmentRows rows;
    private final CalendarEntries entries;
    private final TechnicianCalendar calendar;
    private final TechnicianChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarFeed(
            Technicians technicians,
            AppointmentRows rows,
            CalendarEntries entries,
            TechnicianCalendar calendar,
            TechnicianChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.technicians = technicians;
        this.rows = rows;
        this.entries = entries;
        this.calendar = calendar;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${mainforte.calendar.poll:30s}", initialDelay = 2_000)
    void poll() {
        if (calendar.immediate()) {
            return;
        }
        for (String technician : technicians.named()) {
            try {
                read(technician);
            } catch (Unavailable | Refused failure) {
                LOG.warn(
                        "The calendar of {} could not be read; it is asked again: {}",
                        technician,
                        failure.getMessage());
            }
        }
    }

    private void read(String technician) {
        Instant now = clock.instant();
        Map<String, Row> known =
                entries.of(technician).stream().collect(Collectors.toMap(Row::reference, Function.identity()));
        calendar.read(technician, now.minus(PAST), now.plus(AHEAD), entries.version(technician))
                .ifPresent(view -> {
                    List<Row> gone = gone(technician, known, view, now);
                    transaction.executeWithoutResult(status -> write(technician, known, view, gone));
                });
    }

    /** Those that a second look does not find either: the first may have been taken before they were written. */
    private List<Row> gone(String technician, Map<String, Row> known, View view, Instant now) {
        List<Row> missing = new ArrayList<>(known.values());
        view.entries().forEach(entry -> missing.remove(known.get(entry.reference())));
        missing.removeIf(row -> rows.find(row.reference())
                .filter(one -> one.upcoming(now) && one.start().isBefore(now.plus(AHEAD)))
                .isEmpty());
        missing.removeIf(row -> calendar.entry(technician, row.reference()).isPresent());
        return missing;
    }

    private void write(String technician, Map<String, Row> known, View view, List<Row> gone) {
        entries.lockRead(technician);
        entries.busy(technician, view.busy());
        boolean whole = true;
        for (Entry entry : view.entries()) {
            Row row = known.get(entry.reference());
            if (row != null && !entry.etag().equals(row.etag())) {
                whole &= entries.lock(row.reference()).filter(row::equals).isPresent() && changes.changed(row, entry);
            }
        }
        for (Row row : gone) {
            whole &= entries.lock(row.reference()).filter(row::equals).isPresent() && changes.removed(row);
        }
        // What was being written meanwhile is looked at again.
        entries.read(technician, whole ? view.version() : null);
    }
}
