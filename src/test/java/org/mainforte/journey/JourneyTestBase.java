package org.mainforte.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.mainforte.MainforteApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts the product once for all journeys, on its embedded default, and puts the demo world back before each. */
@SpringBootTest(classes = MainforteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class JourneyTestBase {
    private static final Path DATA = fresh();

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
        registry.add("mainforte.data-dir", DATA::toString);
    }

    @BeforeEach
    void freshWorld() {
        mainforte = new Mainforte("http://127.0.0.1:" + port);
        mainforte.world("{}");
    }
}
