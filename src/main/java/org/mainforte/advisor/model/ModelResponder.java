package org.mainforte.advisor.model;

import java.util.List;
import java.util.Optional;
import org.mainforte.catalogue.Wishes;
import org.mainforte.conversation.SlowResponder;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Thought;
import org.mainforte.conversation.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The model's place among the speakers: after every rule, before the plain search. Without a model it is never there. */
@Component
class ModelResponder implements SlowResponder {
    private static final Logger LOG = LoggerFactory.getLogger(ModelResponder.class);
    /** Said so often and so briefly that a rule answers better than anybody. */
    private static final List<String> SMALL_TALK = List.of(
            "greeting",
            "thanks",
            "goodbye",
            "help",
            "robot",
            "can-do",
            "anger",
            "yes",
            "no",
            "guide-me",
            "still-broken");

    private final ModelRoom room;
    private final ModelSwitch onOff;

    ModelResponder(ModelRoom room, ModelSwitch onOff) {
        this.room = room;
        this.onOff = onOff;
        if (room.settings().configured()) {
            LOG.info("{}", room.settings());
        }
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.MODEL;
    }

    @Override
    public Optional<Thought> prepare(Turn turn) {
        if (!onOff.on()
                || turn.input().text() == null
                || SMALL_TALK.stream().anyMatch(kind -> Wishes.is(kind, turn.text()))
                || room.breaker().open()) {
            return Optional.empty();
        }
        if (!room.budget().allows(turn.employee().id())) {
            room.metrics().fallback("budget");
            return Optional.empty();
        }
        return Optional.of(new ModelThought(room, turn));
    }
}
