package org.mainforte.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.index.Gist;
import org.mainforte.knowledge.index.Ranked;

/** Decides what is to be said to a question by what was found: one passage, a choice, nothing, or that it is not ours. */
final class Decider {
    /** How many topics may speak of what a follow-up adds. */
    private static final int MANY = 40;
    /** From this share of a follow-up on, an article is about what it added. */
    private static final double SPEAKS_OF_IT = 0.4;

    private static final String FIRST_HELP = "what-to-do";

    private final Library library;
    private final LiveIndex index;
    private final Finder finder;
    private final Intents intents;

    Decider(Library library, LiveIndex index, Finder finder, Intents intents) {
        this.library = library;
        this.index = index;
        this.finder = finder;
        this.intents = intents;
    }

    /** The decision on a question within a conversation. */
    Decision decide(Finder.Look look, Context context) {
        return helped(decided(look, context), look.question(), look.language(), context.site());
    }

    /** The decision on a question that nothing was said before. */
    Decision alone(String question, Language language, @Nullable SiteId site) {
        return helped(standingAlone(question, language, site), question, language, site);
    }

    /** Whether a writer foresaw nearly these words for an article about something else than what presses. */
    boolean isForeseenFor(String message, Language language, @Nullable SiteId site, String pressing) {
        List<Found> found;
        try {
            found = finder.find(message, language, site, 1);
        } catch (ReadingAgain meanwhile) {
            return false;
        }
        return !found.isEmpty()
                && Confidence.isAsForeseen(List.of(found.getFirst().ranked()))
                && !Intents.isAbout(pressing, found.getFirst().article().id());
    }

    private Decision decided(Finder.Look look, Context context) {
        String question = look.question();
        Language language = look.language();
        List<Passage> usual = Vague.topics(question).stream()
                .flatMap(topic -> finder.section(topic, language, FIRST_HELP).stream())
                .toList();
        if (usual.size() > 1) {
            return new Decision.Near(usual);
        }
        List<Found> own = finder.found(look);
        if (isWished(own)) {
            return new Decision.Found(own.getFirst().passage());
        }
        Decision alone = decided(question, language, own);
        Article last = context.lastArticle() == null
                ? null
                : library.shelf().article(context.lastArticle(), language).orElse(null);
        if (last == null || !leans(question, alone) || (alone instanceof Decision.Near && isMereName(question, own))) {
            return alone;
        }
        Decision leaning = leaning(question, last, language, context);
        if (alone instanceof Decision.Near near && !FollowUp.opens(question) && !FollowUp.isAboutIt(question)) {
            // What was spoken of before may choose among what is meant, and adds nothing to it.
            return leaning instanceof Decision.Found found
                            && near.offers(found.passage().article())
                    ? leaning
                    : alone;
        }
        // What stands by itself is not made nothing by what was spoken of before.
        return leaning instanceof Decision.Found || leaning instanceof Decision.Near ? leaning : alone;
    }

    /** Whether a question cannot be understood by itself. */
    private static boolean leans(String question, Decision alone) {
        if (FollowUp.isAboutIt(question) || FollowUp.refers(question) || FollowUp.adds(question)) {
            return true;
        }
        boolean clear = alone instanceof Decision.Found;
        return !clear && (FollowUp.opens(question) || (alone instanceof Decision.Near && FollowUp.isShort(question)));
    }

    /** “Mot de passe”, said after something else, begins anew. */
    private static boolean isMereName(String question, List<Found> found) {
        return found.getFirst().ranked().units() <= 1 && !FollowUp.opens(question) && !FollowUp.isAboutIt(question);
    }

    private Decision standingAlone(String question, Language language, @Nullable SiteId site) {
        List<Found> own = finder.find(question, language, site, Finder.CLOSE);
        return isWished(own) ? new Decision.Found(own.getFirst().passage()) : decided(question, language, own);
    }

    private static boolean isWished(List<Found> found) {
        return !found.isEmpty() && found.getFirst().signals().plainWish();
    }

    /** A follow-up: of the topics that go with the article before, those that speak of what was added. */
    private Decision leaning(String question, Article last, Language language, Context context) {
        // the title it leans on may name sites, which nobody asked about
        SiteId site = finder.meant(question, context.site());
        List<Found> speaking = finder.find(question, language, site, MANY);
        Map<String, Double> added = speaking.stream()
                .filter(found -> found.ranked().coverage() >= SPEAKS_OF_IT)
                .collect(Collectors.toMap(
                        found -> found.article().id(), found -> found.ranked().coverage()));
        List<Found> both = finder.find(FollowUp.of(question, last), language, site, Finder.CLOSE);
        double most = both.stream()
                .mapToDouble(found -> added.getOrDefault(found.article().id(), 0.0))
                .max()
                .orElse(0);
        if (added.getOrDefault(last.id(), 0.0) < most) {
            // what was added is said better elsewhere
            added.remove(last.id());
        }
        if (FollowUp.adds(question)) {
            Optional<Found> meant = FollowUp.named(speaking, both);
            if (meant.isPresent()) {
                return new Decision.Found(meant.get().passage());
            }
        }
        List<Found> narrowed = both.stream()
                .filter(found -> added.containsKey(found.article().id()))
                .toList();
        return decided(question, language, narrowed.isEmpty() ? both : narrowed);
    }

    private Decision decided(String question, Language language, List<Found> found) {
        List<Ranked> ranked = found.stream().map(Found::ranked).toList();
        List<Ranked> offered =
                isTitle(question, found) ? ranked.subList(0, 1) : Confidence.offered(ranked, Subject.isNamed(question));
        Gist gist = index.in(now -> now.gist(question, language));
        if (!ranked.isEmpty()) {
            // an article that speaks of it makes it ours
            gist = new Gist(gist.known(), ranked.getFirst().foreign());
        }
        boolean sure = Confidence.isSure(ranked);
        boolean alike = Subject.isLikeAnother(question, intents.elsewhere(question), sure);
        if ((alike && !Confidence.isAsForeseen(ranked))
                || Subject.isAnother(question, gist, !offered.isEmpty(), sure)) {
            return new Decision.Elsewhere();
        }
        List<Passage> passages = found.stream()
                .filter(each -> offered.contains(each.ranked()))
                .map(Found::passage)
                .toList();
        return switch (passages.size()) {
            case 0 -> new Decision.Nothing();
            case 1 -> new Decision.Found(passages.getFirst());
            default -> new Decision.Near(passages);
        };
    }

    /** What the words leave open, helped by meaning; what they decide stays. */
    private Decision helped(Decision decision, String question, Language language, @Nullable SiteId site) {
        return switch (decision) {
            case Decision.Near near ->
                new Decision.Near(Fusion.ordered(near.passages(), finder.nearest(question, language, site)));
            case Decision.Nothing nothing -> {
                List<Passage> meant = Fusion.outstanding(finder.nearest(question, language, site)).stream()
                        .flatMap(topic -> finder.unranked(topic, language).stream())
                        .map(Found::passage)
                        .toList();
                yield meant.size() < 2 ? nothing : new Decision.Near(meant);
            }
            default -> decision;
        };
    }

    /** Whether the question is nothing but the title of what was found first: “ecran bleu”. */
    private static boolean isTitle(String question, List<Found> found) {
        return !found.isEmpty()
                && Finder.bare(question)
                        .equals(Finder.bare(found.getFirst().article().title()));
    }
}
