package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.mainforte.MainforteApplication;
import org.mainforte.model.Scripted;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts the product once for all journeys, on its embedded default, and puts the demo world back before each. With {@code
 * -Dmainforte.journeys.model=true} the same journeys run with a language model that keeps to the rules, and end in the same state
 * of the world.
 */
@SpringBootTest(classes = MainforteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class JourneyTestBase {
    /** A Monday in the pilot, when the desk and every site are open. */
    protected static final String MONDAY = "2026-11-23T09:00:00+01:00";

    protected static final String MONDAY_NIGHT = "2026-11-23T21:30:00+01:00";

    static final String WITH_MODEL = "mainforte.journeys.model";

    @LocalServerPort
    private int port;

    protected Mainforte mainforte = new Mainforte("");

    private static Path fresh() {
        try {
            return Files.createTempDirectory("mainforte-journey");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Path data = fresh();
        registry.add("mainforte.data-dir", data::toString);
        if (Boolean.getBoolean(WITH_MODEL)) {
            registry.add("mainforte.model.base-url", Scripted.server()::baseUrl);
            registry.add("mainforte.model.name", () -> "scripted");
            registry.add("mainforte.model.person-tokens", () -> "2000000000");
            registry.add("mainforte.model.day-tokens", () -> "2000000000");
        }
    }

    @BeforeEach
    void freshWorld() {
        mainforte = new Mainforte("http://127.0.0.1:" + port);
        mainforte.world("{}");
    }

    /** Somebody of the demo on that Monday. */
    protected Person on(String id) {
        return mainforte.person(id).at(MONDAY);
    }

    /** A problem document (RFC 9457) with a stable code and nothing of the inside. */
    protected static void assertProblem(Mainforte.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString()).as(answer.text()).isNotBlank();
        assertNothingOfTheInside(answer);
    }

    /** No stack trace, no class name. */
    protected static void assertNothingOfTheInside(Mainforte.Answer answer) {
        assertThat(answer.text())
                .doesNotContainPattern("org\\.mainforte|java\\.|springframework|jackson|Exception|\\bat [a-z]+\\.");
    }
}
