package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The agents' desk as it is shown, operated by what is written on it. */
record DeskScreen(Page page) {
    /** Opens the desk as one of the demo's agents. */
    static DeskScreen of(Page page, String base, String agent) {
        page.navigate(base + "/desk");
        page.locator(".door button").getByText(agent).click();
        assertThat(page.locator(".me")).hasText(agent);
        return new DeskScreen(page);
    }

    Locator line(String person) {
        return page.locator(".queue .line").filter(new Locator.FilterOptions().setHasText(person));
    }

    DeskScreen opens(String person) {
        line(person).click();
        assertThat(page.locator(".talk-head h2")).hasText(person);
        return this;
    }

    DeskScreen takes(String person) {
        opens(person).presses("Prendre la conversation");
        assertThat(box()).isVisible();
        return this;
    }

    DeskScreen presses(String label) {
        button(label).click();
        return this;
    }

    Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    Locator box() {
        return page.locator("#message");
    }

    DeskScreen says(String text) {
        box().fill(text);
        box().press("Enter");
        assertThat(said(text)).isVisible();
        return this;
    }

    /** A message with these words. */
    Locator said(String text) {
        return page.locator(".log .message")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last();
    }

    DeskScreen notes(String text) {
        page.locator("#note").fill(text);
        presses("Ajouter la note");
        assertThat(page.locator(".log .note")).containsText(text);
        return this;
    }

    DeskScreen closes(String outcome) {
        presses("Terminer");
        page.locator("dialog").getByText(outcome).click();
        return this;
    }
}
