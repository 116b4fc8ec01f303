package org.mainforte.appointment;

import static org.mainforte.appointment.SlotClaims.utc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.people.Employee;
import org.mainforte.site.Regime;
import org.mainforte.site.Site;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether the promise of the next business day can be kept, and raises the breach when it cannot. */
@Component
public class Promises {
    private final SlotFinder finder;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Promises(SlotFinder finder, JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.finder = finder;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    /** What can be offered: the promise, and every free slot, later ones too. */
    public record Outlook(Promise promise, List<Slot> slots) {
        public Outlook {
            slots = List.copyOf(slots);
        }

        /** The slots within the promise; when there is none, the later ones. */
        List<Slot> offered() {
            return promise.kept() ? slots.stream().filter(promise::covers).toList() : slots;
        }
    }

    /** What can be offered at a site, without anybody having asked. */
    public Outlook outlook(Site site, Instant now) {
        List<Slot> free = finder.free(site, now);
        return new Outlook(Promise.of(site, now, free), free);
    }

    /** What can be offered to somebody who asks; a promise that cannot be kept is recorded and published. */
    public Outlook asked(Employee employee, Site site, Instant now) {
        Outlook outlook = outlook(site, now);
        if (!outlook.promise().kept() && site.regime() != Regime.NONE) {
            transaction.executeWithoutResult(status -> breach(employee, site, now, outlook));
        }
        return outlook;
    }

    private void breach(Employee employee, Site site, Instant now, Outlook outlook) {
        @Nullable
        Instant first =
                outlook.slots().isEmpty() ? null : outlook.slots().getFirst().start();
        int inserted = jdbc.sql("""
                        insert into promise_breach (person, on_day, site, latest, first_slot)
                        values (:person, :day, :site, :latest, :first) on conflict do nothing""")
                .param("person", employee.id().value())
                .param("day", now.atZone(ActingClock.PARIS).toLocalDate())
                .param("site", site.id().value())
                .param("latest", utc(outlook.promise().latest()))
                .param("first", first == null ? null : utc(first))
                .update();
        if (inserted == 1) {
            events.publishEvent(new PromiseBroken(
                    employee.id(), site.id(), now, outlook.promise().latest(), first));
        }
    }

    void clear() {
        jdbc.sql("delete from promise_breach").update();
    }
}
