package org.mainforte.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mainforte.catalogue.NoticeBoard;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds employees of an appointment, once for each time it has, where they asked for it: in the day before, by daylight, and
 * not when it was agreed a moment ago.
 */
@Component
public class Reminders {
    private static final Duration AHEAD = Duration.ofHours(20);
    private static final Duration FRESH = Duration.ofHours(4);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private final AppointmentRows rows;
    private final NoticeBoard board;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(AppointmentRows rows, NoticeBoard board, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.board = board;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reminds of what is due now. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
    public void remind() {
        Instant now = clock.instant();
        LocalTime time = now.atZone(ActingClock.PARIS).toLocalTime();
        if (time.isBefore(MORNING) || time.isAfter(EVENING)) {
            return;
        }
        rows.toRemind(now, now.plus(AHEAD), now.minus(FRESH))
                .forEach(due -> transaction.executeWithoutResult(status -> remind(due)));
    }

    private void remind(Appointment due) {
        // Two instances may see it at once; the row tells them apart.
        if (!rows.reminded(due)) {
            return;
        }
        ConversationId conversation = rows.talk(due.reference()).orElseThrow();
        board.post(
                conversation,
                null,
                language -> Texts.get(
                        language,
                        "appointment.reminder",
                        due.reference(),
                        Texts.moment(language, due.start()),
                        due.place()),
                offers());
    }

    private static Function<Language, List<Offer>> offers() {
        return language -> Stream.of("appointment-move", "appointment-cancel")
                .map(kind -> Start.request(kind, Map.of()))
                .map(start -> new Offer(start.name(language), start))
                .toList();
    }
}
