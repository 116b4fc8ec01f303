package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.channel.teams.card.OfficialRules;
import tools.jackson.databind.JsonNode;

/** The app package: valid by the published schemas that it names, its icons, and French for every text. */
class AppPackageTest {
    private static final String APP = "11111111-2222-4333-8444-555555555555";

    private static Map<String, byte[]> unpacked(Path folder) throws IOException, InterruptedException {
        Path zip = folder.resolve("app.zip");
        Process pack = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/main/teams/Pack.java",
                        "src/main/teams",
                        APP,
                        "aide.example.fr",
                        zip.toString())
                .inheritIO()
                .start();
        assertThat(pack.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(pack.exitValue()).isZero();
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream all = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = all.getNextEntry(); entry != null; entry = all.getNextEntry()) {
                files.put(entry.getName(), all.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void isWholeAndValid(@TempDir Path folder) throws IOException, InterruptedException {
        Map<String, byte[]> files = unpacked(folder);
        assertThat(files).containsOnlyKeys("manifest.json", "fr.json", "color.png", "outline.png");
        JsonNode manifest = FakeTeams.JSON.readTree(files.get("manifest.json"));
        JsonNode french = FakeTeams.JSON.readTree(files.get("fr.json"));
        assertThat(OfficialRules.manifest(manifest)).isEmpty();
        assertThat(OfficialRules.manifest(french)).isEmpty();
        assertThat(manifest.path("id").asString()).isEqualTo(APP);
        JsonNode bot = manifest.path("bots").path(0);
        assertThat(bot.path("botId").asString()).isEqualTo(APP);
        assertThat(bot.path("supportsFiles").asBoolean()).isTrue();
        assertThat(bot.path("scopes").valueStream().map(JsonNode::asString))
                .containsExactly("personal", "team", "groupChat");
        assertThat(manifest.toString()).doesNotContain("{{");
        for (JsonNode language : manifest.path("localizationInfo").path("additionalLanguages")) {
            assertThat(files).containsKey(language.path("file").asString());
        }
        assertThat(french.propertyNames()).containsExactlyInAnyOrderElementsOf(texts(manifest));
    }

    /** What is read by people, under the names that a translation has for it. */
    private static List<String> texts(JsonNode manifest) {
        List<String> texts =
                new ArrayList<>(List.of("$schema", "name.short", "name.full", "description.short", "description.full"));
        int commands = manifest.at("/bots/0/commandLists/0/commands").size();
        for (int i = 0; i < commands; i++) {
            texts.add("bots[0].commandLists[0].commands[" + i + "].title");
            texts.add("bots[0].commandLists[0].commands[" + i + "].description");
        }
        return texts;
    }

    @Test
    void theIconsAreAsTeamsWantsThem(@TempDir Path folder) throws IOException, InterruptedException {
        Map<String, byte[]> files = unpacked(folder);
        BufferedImage color = ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(files.get("color.png"))));
        assertThat(List.of(color.getWidth(), color.getHeight())).containsExactly(192, 192);
        assertThat(color.getRGB(0, 0) >>> 24).as("no transparency").isEqualTo(255);
        BufferedImage outline =
                ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(files.get("outline.png"))));
        assertThat(List.of(outline.getWidth(), outline.getHeight())).containsExactly(32, 32);
        for (int x = 0; x < 32; x++) {
            for (int y = 0; y < 32; y++) {
                int argb = outline.getRGB(x, y);
                assertThat(argb >>> 24 == 0 || (argb & 0xFFFFFF) == 0xFFFFFF)
                        .as("white or nothing at %d, %d", x, y)
                        .isTrue();
            }
        }
    }
}
