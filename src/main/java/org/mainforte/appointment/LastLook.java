package org.mainforte.appointment;

import java.util.List;
import org.mainforte.appointment.TechnicianCalendar.Time;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks into a technician's own calendar directly before a slot is promised: what was read of it may be half a minute old. A
 * calendar that does not answer holds nobody up; then what was last read counts.
 */
@Component
class LastLook {
    private static final Logger LOG = LoggerFactory.getLogger(LastLook.class);

    private final TechnicianCalendar calendar;
    private final CalendarEntries entries;
    private final TransactionTemplate apart;

    LastLook(TechnicianCalendar calendar, CalendarEntries entries, PlatformTransactionManager transactions) {
        this.calendar = calendar;
        this.entries = entries;
        // What was seen holds although the booking does not: the slot must not be offered again.
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether nothing stands in the way in the technician's own calendar. */
    boolean free(Slot slot, String technician) {
        List<Time> busy = busy(slot, technician);
        if (!busy.isEmpty()) {
            LOG.info("{} is busy at {} since the last look", technician, slot.start());
            apart.executeWithoutResult(status -> entries.alsoBusy(technician, busy));
        }
        return busy.isEmpty();
    }

    private List<Time> busy(Slot slot, String technician) {
        if (calendar.immediate()) {
            return List.of();
        }
        try {
            return calendar.busy(technician, slot.start(), slot.end());
        } catch (Unavailable | Refused unknown) {
            LOG.warn("The calendar of {} could not be asked before a booking: {}", technician, unknown.getMessage());
            return List.of();
        }
    }
}
