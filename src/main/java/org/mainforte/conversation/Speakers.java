package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Everybody who may speak, asked in {@link SpeakingOrder} until one has something to say. */
@Component
class Speakers {
    // Looked up at the first turn: who speaks may know this room in turn.
    private final SingletonSupplier<List<Responder>> responders;
    private final SingletonSupplier<List<SlowResponder>> slowResponders;
    private final SingletonSupplier<List<Resumable>> resumables;
    private final Feed feed;

    Speakers(
            ObjectProvider<Responder> responders,
            ObjectProvider<SlowResponder> slowResponders,
            ObjectProvider<Resumable> resumables,
            Feed feed) {
        this.responders = SingletonSupplier.of(() -> responders.stream()
                .sorted(Comparator.comparing(Responder::place))
                .toList());
        this.slowResponders = SingletonSupplier.of(() -> slowResponders.stream().toList());
        this.resumables = SingletonSupplier.of(() -> resumables.stream().toList());
        this.feed = feed;
    }

    /** The whole answer, or what was said before somebody of this place began to think. */
    record Said(
            List<Reply> replies,
            SpeakingOrder place,
            @Nullable Thought thought) {}

    /** Asks everybody in turn. */
    Said speak(Turn turn) {
        List<Reply> replies = new ArrayList<>();
        ReplySink sink = sink(turn, replies);
        List<Responder> all = responders.obtain();
        for (SpeakingOrder place : SpeakingOrder.values()) {
            if (answered(all, place, turn, sink)) {
                return new Said(whole(turn, replies), place, null);
            }
            Optional<Thought> thought = slowResponders.obtain().stream()
                    .filter(one -> one.place() == place)
                    .flatMap(one -> one.prepare(turn).stream())
                    .findFirst();
            if (thought.isPresent()) {
                return new Said(replies, place, thought.get());
            }
        }
        throw nobody(turn);
    }

    /** What was thought over is said; when it is no answer, whoever comes after that place answers. */
    List<Reply> conclude(Turn turn, SpeakingOrder place, Optional<Thought> thought) {
        List<Reply> replies = new ArrayList<>();
        ReplySink sink = sink(turn, replies);
        boolean taken = thought.isPresent() && thought.get().conclude(turn, sink);
        if (!taken
                && responders.obtain().stream()
                        .noneMatch(next -> next.place().compareTo(place) > 0 && next.respond(turn, sink))) {
            throw nobody(turn);
        }
        return whole(turn, replies);
    }

    private static boolean answered(List<Responder> all, SpeakingOrder place, Turn turn, ReplySink sink) {
        return all.stream().anyMatch(responder -> responder.place() == place && responder.respond(turn, sink));
    }

    private static IllegalStateException nobody(Turn turn) {
        return new IllegalStateException("Nobody answered message " + turn.seq() + " of " + turn.conversation());
    }

    private ReplySink sink(Turn turn, List<Reply> replies) {
        return new ReplySink() {
            @Override
            public void say(Reply reply) {
                replies.add(reply);
            }

            @Override
            public void delta(String text) {
                feed.tell(turn.conversation(), new Feed.Signal.Delta(turn.seq(), text, false));
            }
        };
    }

    /** The last message of a turn always leads on: back to what was under way, and to a person. */
    private List<Reply> whole(Turn turn, List<Reply> replies) {
        if (replies.isEmpty()) {
            throw nobody(turn);
        }
        Reply last = replies.removeLast();
        if (last.step() == null && last.form() == null && last.proposal() == null) {
            for (Resumable resumable : resumables.obtain()) {
                last = resumable.comeBack(turn).map(last::choice).orElse(last);
            }
        }
        replies.add(last.offersPerson() ? last : last.choice(Choice.person(turn.language())));
        return replies;
    }
}
