package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published description lists what the product serves. */
class OpenApiContractTest extends JourneyTestBase {
    @Test
    void listsTheContract() {
        JsonNode document =
                mainforte.send("GET", "/v3/api-docs", null, null, null, "en").json();
        List<String> served = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(method -> served.add(
                                method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}"))));
        assertThat(served)
                .contains(
                        "GET /api/demo/people",
                        "POST /api/demo/sessions",
                        "PUT /api/demo/world",
                        "POST /api/conversations",
                        "GET /api/conversations",
                        "GET /api/conversations/{}",
                        "DELETE /api/conversations/{}",
                        "POST /api/conversations/{}/messages",
                        "GET /api/conversations/{}/events",
                        "POST /api/conversations/{}/attachments",
                        "POST /api/conversations/{}/feedback",
                        "POST /api/conversations/{}/resume-links",
                        "GET /api/tickets",
                        "GET /api/tickets/{}",
                        "GET /api/appointments/slots",
                        "GET /api/appointments",
                        "POST /api/appointments",
                        "PATCH /api/appointments/{}",
                        "DELETE /api/appointments/{}",
                        "GET /api/appointments/{}.ics",
                        "GET /api/requests",
                        "GET /api/requests/{}",
                        "GET /api/knowledge/search",
                        "POST /api/knowledge/wordings",
                        "GET /api/desk/queue",
                        "GET /api/desk/events",
                        "GET /api/desk/conversations/{}",
                        "POST /api/desk/conversations/{}/claim",
                        "POST /api/desk/conversations/{}/messages",
                        "POST /api/desk/conversations/{}/notes",
                        "POST /api/desk/conversations/{}/release",
                        "POST /api/desk/conversations/{}/close",
                        "PUT /api/desk/presence");
    }

    @Test
    void isReadableByEverybody() {
        Mainforte.Answer document = mainforte.send("GET", "/v3/api-docs", null, null, null, "en");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().path("openapi").asString()).startsWith("3.");
    }
}
