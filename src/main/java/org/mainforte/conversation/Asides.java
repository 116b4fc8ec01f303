package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.List;
import org.mainforte.kernel.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands a message to the {@link Aside}s, in the transaction that stores it. */
@Component
class Asides {
    private final ObjectProvider<Aside> asides;
    private final Floor floor;

    Asides(ObjectProvider<Aside> asides, Floor floor) {
        this.asides = asides;
        this.floor = floor;
    }

    /** @return whether anybody took it */
    boolean hear(Conversation conversation, Language language, Input input) {
        Turn turn = floor.turn(conversation, language, input);
        List<Reply> replies = new ArrayList<>();
        ReplySink sink = collecting(replies);
        boolean taken = asides.stream().anyMatch(aside -> aside.hears(conversation, turn, sink));
        if (taken) {
            floor.store(conversation.id(), turn, replies);
        }
        return taken;
    }

    static ReplySink collecting(List<Reply> replies) {
        return new ReplySink() {
            @Override
            public void say(Reply reply) {
                replies.add(reply);
            }

            @Override
            public void delta(String text) {
                // what is said beside a turn is told whole
            }
        };
    }
}
