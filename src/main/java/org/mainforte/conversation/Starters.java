package org.mainforte.conversation;

import org.mainforte.catalogue.Start;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Begins whatever a {@link Start} names, in the room that knows it. */
@Component
public class Starters {
    private final ObjectProvider<Starter> starters;

    Starters(ObjectProvider<Starter> starters) {
        this.starters = starters;
    }

    /** Begins something now. @return false when nobody knows it */
    public boolean begin(Start start, Turn turn, ReplySink sink) {
        return starters.stream()
                .filter(starter -> starter.kind().equals(start.kind()))
                .findFirst()
                .map(starter -> starter.start(start, turn, sink))
                .orElse(false);
    }
}
