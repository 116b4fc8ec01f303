package org.mainforte.conversation;

import java.util.List;
import java.util.Optional;
import org.mainforte.catalogue.Start;
import org.springframework.stereotype.Component;

/** Wishes said in one breath: the first is begun, the others wait their turn, none is lost. */
@Component
class Waiting {
    private final Starters starters;

    Waiting(Starters starters) {
        this.starters = starters;
    }

    /** Says what waits, and begins the next of it. */
    void goOn(Turn turn, ReplySink sink) {
        List<String> waits = turn.dialogue().waiting();
        if (waits.isEmpty()) {
            return;
        }
        turn.dialogue(turn.dialogue().waiting(waits.subList(1, waits.size())));
        Optional<Start> next = Start.parse(waits.getFirst());
        if (next.isPresent()) {
            sink.say(Reply.say(
                    MessageKind.TEXT,
                    turn.language(),
                    "waiting.next",
                    next.get().name(turn.language())));
            starters.begin(next.get(), turn, sink);
        }
    }
}
