package org.mainforte.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.mainforte.journey.JourneyTestBase;

/** One browser for a test class; every test opens its own contexts, which are closed after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTestBase extends JourneyTestBase {
    /** A Tuesday morning: the desk is open, a technician can come tomorrow. */
    static final String MORNING = "2026-11-24T10:00:00+01:00";
    /** The evening of the same day: the desk is closed. */
    static final String EVENING = "2026-11-24T20:00:00+01:00";

    /** Long enough for two slow cores; nothing waits longer than it must. */
    private static final double PATIENCE_MS = 20_000;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private Chromium chromium;

    @BeforeAll
    void startBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        chromium = Chromium.start();
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @AfterAll
    void stopBrowser() {
        chromium.close();
    }

    /** A page in a context of its own, at a time of the demo's clock. */
    Page page(Browser.NewContextOptions options, String now) {
        BrowserContext context = chromium.open(options.setExtraHTTPHeaders(Map.of("X-Demo-Now", now)));
        context.setDefaultTimeout(PATIENCE_MS);
        contexts.add(context);
        return context.newPage();
    }

    /** Somebody of the demo, by name, with the chat on a phone on a Tuesday morning. */
    Screen phoneOf(String name) {
        return phoneOf(name, MORNING);
    }

    Screen phoneOf(String name, String now) {
        return Screen.chat(page(Chromium.phone(), now), mainforte.base()).becomes(name);
    }
}
