package org.mainforte.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Puts what is recorded about this person where a step says {@code {{lookup:<id>}}} on a line of its own, for instance the
 * serial number of the PC that was sent. A line whose lookup does not exist disappears.
 */
@Component
class StepInserts {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*\\{\\{lookup:([a-z0-9-]+)}}[ \\t]*$");

    private final Function<String, Optional<Lookup>> lookups;

    @Autowired
    StepInserts(Catalogue catalogue) {
        this(catalogue::lookup);
    }

    StepInserts(Function<String, Optional<Lookup>> lookups) {
        this.lookups = lookups;
    }

    /** A step's instruction as this person reads it now, and the corrections its lookups offer. */
    record Filled(String text, List<Offer> offers) {}

    Filled fill(String instruction, Turn turn) {
        List<Offer> offers = new ArrayList<>();
        String text = LINE.matcher(instruction)
                .replaceAll(line -> lookups.apply(line.group(1))
                        .map(lookup -> lookup.answer(turn.employee(), turn.language(), turn.now(), Map.of()))
                        .map(answer -> {
                            answer.offers().stream()
                                    .filter(StepInserts::corrects)
                                    .forEach(offers::add);
                            return Matcher.quoteReplacement(Texts.typeset(turn.language(), answer.text()));
                        })
                        .orElse(""));
        return new Filled(text.strip(), List.copyOf(offers));
    }

    /** A wrong record is put right by a ticket; ordering or returning something would lead out of the step too early. */
    private static boolean corrects(Offer offer) {
        return offer.start().kind().equals("request") && offer.start().id().equals("ticket");
    }
}
