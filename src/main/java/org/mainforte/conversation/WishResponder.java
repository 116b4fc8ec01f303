package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.kernel.Texts;
import org.mainforte.request.RequestDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Begins what a message or a button plainly asks for: a request, a guide, something to look up. */
@Component
class WishResponder implements Responder {
    /** What receipts give people to quote. */
    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Za-z]-\\d{6}\\b");

    private final Starters starters;
    private final RequestDialogue dialogue;
    private final RequestDesk desk;
    private final Catalogue catalogue;

    WishResponder(Starters starters, RequestDialogue dialogue, RequestDesk desk, Catalogue catalogue) {
        this.starters = starters;
        this.dialogue = dialogue;
        this.desk = desk;
        this.catalogue = catalogue;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.WISH;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        String choice = turn.input().choice();
        if (choice != null) {
            return pressed(choice, turn, sink);
        }
        if (turn.input().form() != null) {
            sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "choice.gone"));
            return true;
        }
        return said(turn, sink);
    }

    private boolean pressed(String choice, Turn turn, ReplySink sink) {
        if (choice.equals("show-proposal") && turn.dialogue().proposal() != null) {
            return showProposal(turn.dialogue().proposal(), turn, sink);
        }
        boolean begun = Start.parse(choice)
                .map(start -> starters.begin(start, turn, sink))
                .orElse(false);
        if (!begun) {
            sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "choice.gone"));
        }
        return true;
    }

    private boolean showProposal(String id, Turn turn, ReplySink sink) {
        desk.find(id, turn.employee().id())
                .ifPresentOrElse(
                        request -> {
                            RequestKind<?> kind = catalogue.kind(request.kind()).orElseThrow();
                            sink.say(dialogue.card(request, kind, turn.language()));
                        },
                        () -> sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "choice.gone")));
        return true;
    }

    /** “Où en est T-100001 ?” is about that one, “qui vient à Dijon ?” about that site: a lookup gets the words too. */
    private static Start narrowed(Start wish, String text) {
        if (!wish.kind().equals("lookup")) {
            return wish;
        }
        Map<String, String> values = new HashMap<>(wish.values());
        values.put(Lookup.SAID, text);
        var reference = REFERENCE.matcher(text);
        if (reference.find()) {
            values.put("reference", reference.group().toUpperCase(Locale.ROOT));
        }
        return new Start(wish.kind(), wish.id(), values);
    }

    private boolean said(Turn turn, ReplySink sink) {
        List<Start> wishes = Wishes.in(turn.text()).stream()
                .flatMap(target -> Start.parse(target).stream())
                .map(wish -> narrowed(wish, turn.text()))
                .toList();
        if (wishes.isEmpty()) {
            return false;
        }
        // What can be answered at once comes first, so that a request's questions stand at the end.
        List<Start> order = new ArrayList<>(
                wishes.stream().filter(w -> w.kind().equals("lookup")).toList());
        wishes.stream().filter(w -> !w.kind().equals("lookup")).forEach(order::add);
        Wishes.besides(turn.text())
                .forEach(told -> starters.begin(new Start("ask", "knowledge", Map.of("question", told)), turn, sink));
        boolean answered = false;
        boolean busy = false;
        for (Start wish : order) {
            if (busy) {
                turn.dialogue(turn.dialogue().waitFor(wish.toString()));
                sink.say(Reply.say(MessageKind.TEXT, turn.language(), "waiting.noted", wish.name(turn.language())));
            } else {
                boolean begun = starters.begin(wish, turn, sink);
                answered |= begun;
                busy = begun && !wish.kind().equals("lookup");
            }
        }
        return answered;
    }

    /** Reads something and tells it. */
    @Component
    static class LookupStarter implements Starter {
        private final Catalogue catalogue;

        private final ObjectProvider<FurtherReading> reading;

        LookupStarter(Catalogue catalogue, ObjectProvider<FurtherReading> reading) {
            this.catalogue = catalogue;
            this.reading = reading;
        }

        @Override
        public String kind() {
            return "lookup";
        }

        @Override
        public boolean start(Start start, Turn turn, ReplySink sink) {
            Optional<Lookup> lookup = catalogue.lookup(start.id());
            lookup.ifPresent(found -> {
                Lookup.Answer answer = found.answer(turn.employee(), turn.language(), turn.now(), start.values());
                sink.say(Reply.of(MessageKind.TEXT, Texts.typeset(turn.language(), answer.text()))
                        .sources(sources(start, turn))
                        .choices(answer.offers().stream().map(Choice::of).toList()));
            });
            return lookup.isPresent();
        }

        private List<Source> sources(Start lookup, Turn turn) {
            return turn.text().isEmpty()
                    ? List.of()
                    : reading.stream()
                            .flatMap(one -> one.about(lookup, turn).stream())
                            .toList();
        }
    }
}
