package org.mainforte.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Source;
import org.mainforte.conversation.Starter;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.knowledge.Inserts;
import org.mainforte.knowledge.KnowledgeSearch;
import org.mainforte.knowledge.Passage;
import org.springframework.stereotype.Component;

/** Shows a section of an article as an answer, with its source and what can be done next. */
@Component
public class ArticleStarter implements Starter {
    static final String NEXT_HELP = "if-it-does-not-work";
    static final String FIRST_HELP = "what-to-do";
    /** A link to another article, written by its id alone. */
    private static final Pattern ARTICLE_LINK = Pattern.compile("\\]\\((?![a-z]+:|/|#)([a-z0-9-]+(?:#[a-z0-9-]+)?)\\)");

    private final KnowledgeSearch knowledge;
    private final Inserts inserts;

    ArticleStarter(KnowledgeSearch knowledge, Inserts inserts) {
        this.knowledge = knowledge;
        this.inserts = inserts;
    }

    @Override
    public String kind() {
        return "article";
    }

    @Override
    public boolean start(Start start, Turn turn, ReplySink sink) {
        return show(start.id(), start.values().getOrDefault("section", FIRST_HELP), "", turn, sink);
    }

    /** Tells a section, after some words of its own. @return false when there is no such section */
    boolean show(String article, String section, String before, Turn turn, ReplySink sink) {
        Optional<Passage> passage = knowledge.section(article, turn.language(), section);
        passage.ifPresent(found -> {
            turn.dialogue(turn.dialogue().shown(found.article(), turn.dialogue().question()));
            tell(found, before, turn, sink);
        });
        return passage.isPresent();
    }

    /** What an article offers first: a guide before anything else, or nothing but a guide. */
    Optional<Start> offered(String article, boolean onlyGuide, Turn turn) {
        List<Start> starts = knowledge
                .section(article, turn.language(), FIRST_HELP)
                .map(Passage::starts)
                .orElse(List.of());
        Optional<Start> guide =
                starts.stream().filter(start -> start.kind().equals("guide")).findFirst();
        return guide.isPresent() || onlyGuide ? guide : starts.stream().findFirst();
    }

    void tell(Passage found, Turn turn, ReplySink sink) {
        tell(found, "", turn, sink);
    }

    private void tell(Passage found, String before, Turn turn, ReplySink sink) {
        Passage passage = inserts.fill(found, turn.employee(), turn.now());
        // a page in the other language only is better than none, if it says so first
        String only = passage.language() == turn.language()
                ? ""
                : Texts.get(
                                turn.language(),
                                "search.only-in." + passage.language().code()) + "\n\n";
        String text = before + only + "**" + passage.title() + "**\n\n" + linked(passage.text(), passage.language());
        Source source = new Source(passage.article(), passage.title(), passage.sectionTitle(), passage.url());
        sink.say(Reply.of(MessageKind.ANSWER, text).sources(List.of(source)).choices(next(passage, turn.language())));
    }

    /** A button that shows a passage. */
    public static Choice choice(Passage passage) {
        return Choice.plain("article:" + passage.article() + "?section=" + passage.section(), passage.title());
    }

    /** What can be done after a passage was told: what its article starts, and further help. */
    public List<Choice> next(Passage passage, Language language) {
        List<Choice> choices = new ArrayList<>();
        for (Start start : passage.starts()) {
            boolean first = choices.isEmpty() && start.kind().equals("guide");
            choices.add(
                    first
                            ? Choice.primary(start.toString(), start.name(language))
                            : Choice.plain(start.toString(), start.name(language)));
        }
        if (!passage.section().equals(NEXT_HELP)
                && knowledge.section(passage.article(), language, NEXT_HELP).isPresent()) {
            String id = "article:" + passage.article() + "?section=" + NEXT_HELP;
            choices.add(Choice.plain(id, Texts.get(language, "search.does-not-work")));
        } else if (passage.section().equals(NEXT_HELP)
                && choices.stream().noneMatch(choice -> choice.id().startsWith("request:ticket"))) {
            choices.add(Choice.plain("request:ticket", Texts.get(language, "start.request.ticket")));
        }
        return choices;
    }

    /** The text with links to other articles as addresses. */
    public static String linked(String markdown, Language language) {
        return ARTICLE_LINK.matcher(markdown).replaceAll("](/kb/" + language.code() + "/$1)");
    }
}
