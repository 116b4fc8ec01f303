package org.mainforte.channel.teams;

import java.time.Clock;
import java.util.Locale;
import org.mainforte.channel.teams.wire.Activity;
import org.springframework.stereotype.Component;

/** Takes activities: each is stored before it is acknowledged, and worked off after. A repeat is acknowledged and that is all. */
@Component
class Inbox {
    private final Arrivals arrivals;
    private final Intake intake;
    private final Clock clock;

    Inbox(Arrivals arrivals, Intake intake, Clock clock) {
        this.arrivals = arrivals;
        this.intake = intake;
        this.clock = clock;
    }

    void take(Activity activity) {
        switch (activity.type().toLowerCase(Locale.ROOT)) {
            case "message" -> keep(activity, Arrivals.Kind.MESSAGE);
            case "messageupdate" -> {
                if (!"undeleteMessage".equals(activity.text("channelData", "eventType"))) {
                    keep(activity, Arrivals.Kind.EDIT);
                }
            }
            case "messagedelete" -> keep(activity, Arrivals.Kind.DELETE);
            case "conversationupdate", "installationupdate" -> keep(activity, Arrivals.Kind.EVENT);
            // What we do not know, or what tells us nothing (typing, read receipts, reactions), is ignored: A2014.
            default -> {}
        }
    }

    private void keep(Activity activity, Arrivals.Kind kind) {
        if (arrivals.keep(activity, kind, clock.instant())) {
            intake.wake(activity.chat());
        }
    }
}
