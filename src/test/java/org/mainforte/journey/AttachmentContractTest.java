package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a file is, its first bytes say. */
class AttachmentContractTest extends JourneyTestBase {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

    @Test
    void picturesAndPdfAreKept() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        Mainforte.Answer kept = mainforte.attach(camille, chat.id(), "écran.png", "image/png", PNG);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.json().path("type").asString()).isEqualTo("image/png");
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(mainforte
                        .attach(camille, chat.id(), "bon.pdf", "application/pdf", pdf)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatOnlyPretendsIsRefused() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
        assertProblem(mainforte.attach(camille, chat.id(), "photo.png", "image/png", html), 415, "attachment-type");
        assertProblem(mainforte.attach(camille, chat.id(), "photo.svg", "image/svg+xml", svg), 415, "attachment-type");
        assertProblem(
                mainforte.attach(camille, chat.id(), "empty.png", "image/png", new byte[0]), 415, "attachment-type");
    }

    @Test
    void tenMegabytesAreTheMost() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        byte[] large = Arrays.copyOf(PNG, 10 * 1024 * 1024);
        assertThat(mainforte
                        .attach(camille, chat.id(), "large.png", "image/png", large)
                        .status())
                .isEqualTo(201);
        byte[] larger = Arrays.copyOf(PNG, 11 * 1024 * 1024);
        assertProblem(
                mainforte.attach(camille, chat.id(), "larger.png", "image/png", larger), 413, "attachment-too-large");
    }

    @Test
    void aNameIsOnlyAName() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        Mainforte.Answer kept = mainforte.attach(camille, chat.id(), "../../etc/passwd", "image/png", PNG);
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.json().path("name").asString()).doesNotContain("/", "\\");
    }
}
