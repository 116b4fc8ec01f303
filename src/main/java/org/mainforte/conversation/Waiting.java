package org.mainforte.conversation;

import java.util.List;
import java.util.Optional;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Wishes said in one breath: the first is begun, the others wait their turn, none is lost. */
@Component
class Waiting {
    private final ObjectProvider<Starter> starters;

    Waiting(ObjectProvider<Starter> starters) {
        this.starters = starters;
    }

    /** Begins something now. @return false when nobody knows it */
    boolean begin(Start start, Turn turn, ReplySink sink) {
        return starters.stream()
                .filter(starter -> starter.kind().equals(start.kind()))
                .findFirst()
                .map(starter -> starter.start(start, turn, sink))
                .orElse(false);
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
            sink.say(Reply.say(MessageKind.TEXT, turn.language(), "waiting.next", name(next.get(), turn.language())));
            begin(next.get(), turn, sink);
        }
    }

    /** What a start is called in a sentence. */
    static String name(Start start, Language language) {
        String key = "start." + start.kind() + "." + start.id();
        return Texts.has(key) ? Texts.get(language, key) : start.id();
    }
}
