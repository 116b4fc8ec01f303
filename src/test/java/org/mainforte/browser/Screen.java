package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.mainforte.journey.Chat;

/**
 * The chat as it is shown, operated as people do: by what is written on it. {@link #says}, {@link #presses} and {@link #sendsForm}
 * return when the answer is there.
 */
record Screen(Page page) {
    private static final String OWN = ".log .message.employee:not(.pending)";
    /** Everything that says "not finished": looking, being sent, being written. */
    private static final String UNFINISHED = ".log .typing, .log .pending, .log .live";

    /** The chat alone, as on a phone. */
    static Screen chat(Page page, String base) {
        page.navigate(base + "/chat");
        return new Screen(page);
    }

    /** The demo intranet with the chat closed in its corner. */
    static Screen intranet(Page page, String base) {
        page.navigate(base + "/");
        return new Screen(page);
    }

    /** Picks one of the demo's people; on the full page the conversation then opens. */
    Screen becomes(String name) {
        page.locator(".people button, #people button").getByText(name).first().click();
        return this;
    }

    Screen opens() {
        page.locator(".launcher").click();
        return this;
    }

    Screen says(String text) {
        int before = own();
        composer().fill(text);
        composer().press("Enter");
        return answered(before);
    }

    /** Presses an answer under the newest messages, by its exact label. */
    Screen presses(String label) {
        int before = own();
        choice(label).click();
        return answered(before);
    }

    /** The ways on that can be pressed now. */
    Locator choices() {
        return page.locator(".log .choices button");
    }

    Locator choice(String label) {
        return page.locator(".log .choices")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    Screen fills(String label, String value) {
        form().getByLabel(label).fill(value);
        return this;
    }

    /** Picks an option of a list of buttons in the form. */
    Screen picks(String option) {
        form().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(option))
                .check();
        return this;
    }

    Screen sendsForm() {
        int before = own();
        form().locator("button[type=submit]").click();
        return answered(before);
    }

    Screen menu(String entry) {
        page.locator("mainforte-menu > .menu > button").click();
        page.locator(".menu-entries").getByText(entry).click();
        return this;
    }

    Locator composer() {
        return page.locator("mainforte-composer textarea");
    }

    Locator form() {
        return page.locator("form.card.form").last();
    }

    /** The newest message of a kind. */
    Locator message(String kind) {
        return page.locator(".log .message[data-kind=" + kind + "]").last();
    }

    Locator dialog() {
        return page.locator("dialog.question");
    }

    /** The words of the newest message of a kind, with plain apostrophes and spaces. */
    String words(String kind) {
        return Chat.plain(message(kind).innerText());
    }

    /** The reference to quote that the newest receipt shows. */
    String reference() {
        return message("receipt").locator(".reference strong").innerText();
    }

    /** Waits for the greeting, or for what was said before on another device. */
    Screen waitsForTheConversation() {
        assertThat(page.locator(".log .message.assistant").first()).isVisible();
        return this;
    }

    private int own() {
        waitsForTheConversation();
        return page.locator(OWN).count();
    }

    private Screen answered(int before) {
        assertThat(page.locator(OWN)).hasCount(before + 1);
        assertThat(page.locator(UNFINISHED)).hasCount(0);
        return this;
    }
}
