package org.mainforte.writing.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.knowledge.Helpfulness;
import org.mainforte.knowledge.WordingsDesk;
import org.mainforte.markdown.Fault;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.mainforte.writing.Unanswered;
import org.mainforte.writing.WritingDesk;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a manager may read of what was asked in vain, and do about it; for anybody else there is no such thing. */
@RestController
class UnansweredApi {
    private static final int LONGEST_DAYS = 366;

    private final WritingDesk desk;
    private final WordingsDesk wordings;
    private final Helpfulness helpfulness;
    private final SignIn signIn;

    UnansweredApi(WritingDesk desk, WordingsDesk wordings, Helpfulness helpfulness, SignIn signIn) {
        this.desk = desk;
        this.wordings = wordings;
        this.helpfulness = helpfulness;
        this.signIn = signIn;
    }

    /**
     * @param articles those that may answer
     * @param pages how often readers told that a page helped or did not
     * @param faults what is wrong in files that were saved; until they are mended the version before stays in use
     * @param lost folders that are gone, whose files are answered from memory
     */
    record Answer(
            List<Unanswered> groups,
            List<WritingDesk.Title> articles,
            List<Page> pages,
            List<Fault> faults,
            Set<String> lost) {}

    /** One page's readers. */
    record Page(String article, Language language, int helpful, int unhelpful, String url) {
        static Page of(Helpfulness.Count count) {
            String url = "/kb/" + count.language().code() + "/" + count.article();
            return new Page(count.article(), count.language(), count.helpful(), count.unhelpful(), url);
        }
    }

    /**
     * @param days how far back, from 1 to 366; conversations are not kept longer than their own time anyway
     * @throws Problem 404 when the caller is no manager
     */
    @GetMapping("/api/knowledge/unanswered")
    Answer unanswered(@RequestParam(defaultValue = "90") int days, @AuthenticationPrincipal Jwt token) {
        forManagers(token);
        if (days < 1 || days > LONGEST_DAYS) {
            throw new Problem(422, "days-out-of-range", LONGEST_DAYS);
        }
        return new Answer(
                desk.unanswered(Duration.ofDays(days)),
                desk.titles(),
                helpfulness.counts().stream().map(Page::of).toList(),
                desk.faults(),
                desk.lost());
    }

    /**
     * Ways of asking that an article answers.
     *
     * @param article its id
     * @param language of the article and of the wordings
     */
    record Choice(
            @Nullable String article,
            @Nullable String language,
            @Nullable List<@Nullable String> wordings) {}

    /**
     * Adds ways of asking to an article; they lead to it from now on, and are not among those asked in vain any more.
     *
     * @throws Problem 404 when the caller is no manager or there is no such article; see {@link WordingsDesk#add}
     */
    @PostMapping("/api/knowledge/wordings")
    WordingsDesk.Added add(@RequestBody Choice choice, @AuthenticationPrincipal Jwt token) {
        forManagers(token);
        List<String> lines = choice.wordings() == null
                ? List.of()
                : choice.wordings().stream()
                        .map(line -> line == null ? "" : line)
                        .toList();
        String article = choice.article() == null ? "" : choice.article();
        return wordings.add(article, Language.of(choice.language()), lines);
    }

    private void forManagers(Jwt token) {
        if (signIn.employee(token).role() != Role.MANAGER) {
            throw Problem.notFound();
        }
    }
}
