package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of those who run the service: a mailbox that is gone, seen, tried again, given up. */
class AttentionPageTest extends BrowserTestBase {
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aMailThatIsRefused() {
        forget();
        jdbc.sql("""
                insert into errand (kind, subject, attempts, refusals, waiting, attention, next_attempt_at)
                values ('mail', 'A-100001/0', 5, 3, 'refusal', '550 <b>No such mailbox</b>', timestamp with time zone '2099-01-01 00:00:00+00')""").update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from errand where subject = 'A-100001/0'").update();
    }

    @Test
    void anAgentGivesUpWhatNobodyNeedsAndSaysWhy() {
        Page page = page(Chromium.desktop().setBypassCSP(true), MORNING);
        page.navigate(mainforte.base() + "/outside?language=fr");
        Axe axe = new Axe().looks(page, "who");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agathe Morel"))
                .click();
        assertThat(page.locator("#errands h2")).hasText("Invitation par messagerie A-100001/0");
        assertThat(page.locator("#errands")).containsText("550 <b>No such mailbox</b>");
        button(page, "Renoncer").click();
        axe.looks(page, "reason");
        page.locator("textarea").fill("Elle a quitté la société");
        page.locator("#errands div")
                .getByRole(AriaRole.BUTTON)
                .getByText("Renoncer")
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("A-100001/0");
        assertThat(page.locator("#errands li")).hasCount(0);
        assertThat(page.locator("#decisions li").first()).containsText("Elle a quitté la société");
        page.setViewportSize(320, 256);
        axe.looks(page, "narrow");
        assertThat(axe.findings()).isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
    }

    @Test
    void anEmployeeSeesNothing() {
        Page page = page(Chromium.desktop(), MORNING);
        page.navigate(mainforte.base() + "/outside?language=en");
        String token = mainforte.person("thomas").token();
        page.evaluate("token => sessionStorage.setItem('mainforte-demo-token', token)", token);
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("for agents and support leads");
        assertThat(page.locator("#errands li")).hasCount(0);
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
