package org.mainforte.guide;

import java.util.Optional;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Choice;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** What may follow a finished guide, as a button: another guide by its title, anything else by its text. */
final class NextStart {
    private NextStart() {}

    /** Whether there are words for the button; a guide brings its own title. */
    static boolean labelled(Start start) {
        return start.kind().equals("guide") || Texts.has(key(start));
    }

    /** The button; empty when it leads to a guide that does not exist. */
    static Optional<Choice> choice(Start start, Guides guides, Language language) {
        return label(start, guides, language).map(label -> Choice.plain(start.toString(), label));
    }

    private static Optional<String> label(Start start, Guides guides, Language language) {
        return start.kind().equals("guide")
                ? guides.find(start.id(), language).map(guide -> Texts.get(language, "guide.next.guide", guide.title()))
                : Optional.of(Texts.get(language, key(start)));
    }

    private static String key(Start start) {
        return "guide.next." + start.kind() + "." + start.id();
    }
}
