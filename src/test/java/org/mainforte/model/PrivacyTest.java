package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Person;
import org.mainforte.masking.Seeded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reaches a provider, the database and the log, seen from outside: what the model's double received, a dump, the output. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest extends ModelTestBase {
    private static final int MANY = 2_000;
    private static final int A_MESSAGE = 20;
    private static final String RIGHT_FR = "Ouvrez les paramètres du réseau.";
    private static final String RIGHT_EN = "Open the settings of the network.";
    private static final double PART = 0.995;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:MAIL|NAME|IP|SERIAL)_\\d+}");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ofTwoThousandIdentifiersHardlyAnyIsSentAndTheAnswersAreRight() {
        // Of four messages one reaches the model: most have a password or “call me” among their lines, which a rule
        // answers.
        List<Seeded.Planted> all = Seeded.identifiers(6 * MANY, 42);
        MODEL.does((asked, pen) -> {
            var first = PLACEHOLDER.matcher(asked.user());
            String known = first.find() ? first.group() : "";
            pen.says(asked.french() ? RIGHT_FR + " [s1]" : RIGHT_EN + " [s1]")
                    .says(
                            known.isEmpty()
                                    ? ""
                                    : (asked.french() ? " Vérifiez bien " : " Please check ") + known + ". [s1]")
                    .done();
        });
        Person camille = on("camille");
        List<Seeded.Planted> covered = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        int right = 0;
        int turns = 0;
        for (int i = 0; i < all.size() && covered.size() < MANY; i += A_MESSAGE) {
            List<Seeded.Planted> some = all.subList(i, i + A_MESSAGE);
            int before = MODEL.asked().size();
            Chat chat = camille.opens("fr")
                    .says("Comment connecter mon nouveau PC au wifi de la maison ?\n"
                            + some.stream().map(Seeded.Planted::sentence).collect(Collectors.joining("\n")));
            // What a rule answers does not go to the provider.
            if (MODEL.asked().size() > before) {
                covered.addAll(some);
                // Twenty sentences about other things bury some questions: then nothing was found, and nothing can be
                // cited.
                turns += chat.kinds().contains("unknown") ? 0 : 1;
                boolean ours = chat.words().contains(RIGHT_FR) || chat.words().contains(RIGHT_EN);
                right += ours ? 1 : 0;
                if (!ours && !chat.kinds().contains("unknown")) {
                    plain.add(chat.transcript());
                }
            }
            healthy();
        }
        assertThat(covered).hasSizeGreaterThanOrEqualTo(MANY);
        String sent = MODEL.asked().toString();
        List<String> left = covered.stream()
                .filter(one -> sent.contains(one.secret()))
                .map(one -> one.kind() + ": " + one.sentence())
                .toList();
        assertThat(left.size()).as(left.toString()).isLessThanOrEqualTo((int) (MANY * (1 - PART)));
        assertThat(right)
                .as(
                        "answered in the model's words; not so: %s",
                        plain.stream().limit(1).toList())
                .isGreaterThanOrEqualTo(Math.max(10, turns * 8 / 10));
    }

    @Test
    void twoHundredPastedPasswordsAreNowhere(CapturedOutput output) {
        MODEL.does((asked, pen) -> pen.says("Ouvrez la page de connexion. [s1]").done());
        List<Seeded.Planted> all = Seeded.passwords();
        Person oliver = on("oliver");
        String id = oliver.opens("en").id();
        int last = 0;
        for (Seeded.Planted one : all) {
            last = oliver.post(
                            "/api/conversations/" + id + "/messages",
                            Map.of("clientId", UUID.randomUUID().toString(), "text", one.sentence()))
                    .json()
                    .path("seq")
                    .asInt();
        }
        try (var events = oliver.events(id, last)) {
            events.untilIdle(last);
        }
        List<String> places = new ArrayList<>();
        String dump = String.join("\n", jdbc.sql("script").query(String.class).list());
        String sent = MODEL.asked().toString();
        assertThat(dump).contains(id);
        for (String secret : all.stream().map(Seeded.Planted::secret).collect(Collectors.toSet())) {
            places.addAll(dump.contains(secret) ? List.of("database: " + secret) : List.of());
            places.addAll(sent.contains(secret) ? List.of("provider: " + secret) : List.of());
            places.addAll(output.getAll().contains(secret) ? List.of("log: " + secret) : List.of());
        }
        assertThat(places).isEmpty();
    }
}
