package org.mainforte.model;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.mainforte.advisor.model.ModelHealth;
import org.mainforte.journey.JourneyTestBase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The product with a model, which is a double over HTTP. Times are short, so that a model that keeps silent costs little. */
@TestPropertySource(properties = {"mainforte.model.person-tokens=2000000000", "mainforte.model.day-tokens=2000000000"})
abstract class ModelTestBase extends JourneyTestBase {
    static final ModelDouble MODEL = new ModelDouble();

    @Autowired
    private ModelHealth health;

    @Value("${mainforte.data-dir}")
    protected Path data = Path.of("none");

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) {
        registry.add("mainforte.model.base-url", MODEL::baseUrl);
        registry.add("mainforte.model.name", () -> "double");
        registry.add("mainforte.model.first-token", () -> "1500ms");
        registry.add("mainforte.model.stall", () -> "1500ms");
    }

    @BeforeEach
    void healthy() {
        health.forget();
    }
}
