package org.mainforte.knowledge.web;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.Hit;
import org.mainforte.knowledge.KnowledgeSearch;
import org.mainforte.knowledge.ReadingAgain;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching the knowledge base, as the contract says. */
@RestController
class SearchApi {
    private static final int LONGEST_QUERY = 1_000;
    private static final int MOST = 50;

    private final KnowledgeSearch search;
    private final Directory directory;

    SearchApi(KnowledgeSearch search, Directory directory) {
        this.search = search;
        this.directory = directory;
    }

    /**
     * @param language of the query; the caller's own when it is missing
     * @param k how many at most, from 1 to 50
     * @param explain adds to each hit why it ranks where it does, and what the chat would make of the question
     */
    @GetMapping("/api/knowledge/search")
    List<Hit> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "10") int k,
            @RequestParam(defaultValue = "false") boolean explain,
            @Nullable Principal caller) {
        if (q.isBlank() || q.length() > LONGEST_QUERY) {
            throw new Problem(422, "knowledge-query", LONGEST_QUERY);
        }
        if (k < 1 || k > MOST) {
            throw new Problem(422, "knowledge-size", MOST);
        }
        Employee employee = caller == null
                ? null
                : directory.find(new PersonId(caller.getName())).orElse(null);
        try {
            return explain
                    ? search.explained(q, language(language, employee), k, site(employee))
                    : search.search(q, language(language, employee), k, site(employee));
        } catch (ReadingAgain meanwhile) {
            throw new Problem(503, "knowledge-reading");
        }
    }

    private static Language language(@Nullable String asked, @Nullable Employee employee) {
        return asked == null && employee != null ? employee.language() : Language.of(asked);
    }

    private static @Nullable SiteId site(@Nullable Employee employee) {
        return employee == null ? null : employee.site();
    }
}
