package org.mainforte.writing.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.knowledge.Helpfulness;
import org.mainforte.markdown.Fault;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.mainforte.writing.Unanswered;
import org.mainforte.writing.WritingDesk;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a manager may read of what was asked in vain; for anybody else there is no such thing. */
@RestController
class UnansweredApi {
    private static final int LONGEST_DAYS = 366;

    private final WritingDesk desk;
    private final Helpfulness helpfulness;
    private final SignIn signIn;

    UnansweredApi(WritingDesk desk, Helpfulness helpfulness, SignIn signIn) {
        this.desk = desk;
        this.helpfulness = helpfulness;
        this.signIn = signIn;
    }

    /**
     * @param pages how often readers told that a page helped or did not
     * @param faults what is wrong in files that were saved; until they are mended the version before stays in use
     * @param lost folders that are gone, whose files are answered from memory
     */
    record Answer(List<Unanswered> groups, List<Page> pages, List<Fault> faults, Set<String> lost) {}

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
        if (signIn.employee(token).role() != Role.MANAGER) {
            throw Problem.notFound();
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new Problem(422, "days-out-of-range", LONGEST_DAYS);
        }
        return new Answer(
                desk.unanswered(Duration.ofDays(days)),
                helpfulness.counts().stream().map(Page::of).toList(),
                desk.faults(),
                desk.lost());
    }
}
