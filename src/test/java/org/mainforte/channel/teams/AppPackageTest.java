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
import tools.jackson.databind.JsonNode;

/** The app package: what the schema of version 1.19 asks of the parts we use, its icons, and French for every text. */
class AppPackageTest {
    private static final String APP = "11111111-2222-4333-8444-555555555555";
    private static final Map<String, Integer> LONGEST =
            Map.of("name.short", 30, "name.full", 100, "description.short", 80, "description.full", 4000);

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
        assertThat(manifest.propertyNames())
                .contains(
                        "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor")
                .isSubsetOf(
                        "$schema",
                        "manifestVersion",
                        "version",
                        "id",
                        "developer",
                        "name",
                        "description",
                        "icons",
                        "accentColor",
                        "localizationInfo",
                        "bots",
                        "permissions",
                        "validDomains");
        assertThat(manifest.path("manifestVersion").asString()).isEqualTo("1.19");
        assertThat(manifest.path("$schema").asString()).contains("v1.19");
        assertThat(manifest.path("id").asString()).isEqualTo(APP);
        assertThat(manifest.path("developer").path("name").asString()).hasSizeLessThanOrEqualTo(32);
        JsonNode bot = manifest.path("bots").path(0);
        assertThat(bot.path("botId").asString()).isEqualTo(APP);
        assertThat(bot.path("supportsFiles").asBoolean()).isTrue();
        assertThat(bot.path("scopes").valueStream().map(JsonNode::asString))
                .containsExactly("personal", "team", "groupChat");
        assertThat(manifest.path("localizationInfo")
                        .path("additionalLanguages")
                        .path(0)
                        .path("file")
                        .asString())
                .isEqualTo("fr.json");
        assertThat(manifest.toString()).doesNotContain("{{");
        LONGEST.forEach((name, most) -> {
            String[] path = name.split("\\.");
            assertThat(manifest.path(path[0]).path(path[1]).asString())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(most);
            assertThat(french.path(name).asString()).isNotBlank().hasSizeLessThanOrEqualTo(most);
        });
        List<String> commands = new ArrayList<>();
        JsonNode list = bot.path("commandLists").path(0).path("commands");
        for (int i = 0; i < list.size(); i++) {
            for (String name : List.of("title", "description")) {
                int most = name.equals("title") ? 32 : 128;
                String key = "bots[0].commandLists[0].commands[" + i + "]." + name;
                assertThat(list.path(i).path(name).asString()).isNotBlank().hasSizeLessThanOrEqualTo(most);
                assertThat(french.path(key).asString()).as(key).isNotBlank().hasSizeLessThanOrEqualTo(most);
                commands.add(key);
            }
        }
        assertThat(french.size()).isEqualTo(1 + LONGEST.size() + commands.size());
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
