package org.mainforte.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.Language;

/** Over 2 000 made-up identifiers of ten kinds, and passwords in 200 forms. */
class SeededTest {
    private static final int MANY = 2_000;
    private static final double PART = 0.995;

    @Test
    void nothingOfAnybodyIsLeftInWhatIsSent() {
        List<Seeded.Planted> all = Seeded.identifiers(MANY, 20_261_129);
        List<String> left = all.stream()
                .filter(one -> leaks(one, new Masking(Names.unknown(), null).masked(one.sentence())))
                .map(one -> one.kind() + ": " + one.sentence() + " → "
                        + new Masking(Names.unknown(), null).masked(one.sentence()))
                .toList();
        assertThat(left.size()).as(String.join("\n", left)).isLessThanOrEqualTo((int) (MANY * (1 - PART)));
    }

    @Test
    void nobodyIsLeftInWhatWritersRead() {
        var redaction = new Redaction(Names.unknown());
        List<String> left = Seeded.identifiers(MANY, 7).stream()
                .filter(one -> leaks(one, redaction.redacted(one.sentence(), Language.FR)))
                .map(one ->
                        one.kind() + ": " + one.sentence() + " → " + redaction.redacted(one.sentence(), Language.FR))
                .toList();
        assertThat(left.size()).as(String.join("\n", left)).isLessThanOrEqualTo((int) (MANY * (1 - PART)));
    }

    /** The whole of it, or a part that tells: the last name, the street, the digits. */
    private static boolean leaks(Seeded.Planted one, String sent) {
        if (sent.contains(one.secret())) {
            return true;
        }
        return switch (one.kind()) {
            case "name" -> sent.contains(one.secret().substring(one.secret().lastIndexOf(' ') + 1));
            case "address" ->
                sent.toLowerCase(Locale.ROOT)
                        .contains(one.secret()
                                .replaceAll("^\\d+( bis|,)? ", "")
                                .replaceAll(",? \\d{5}.*", "")
                                .toLowerCase(Locale.ROOT));
            case "mail", "password", "key", "serial" -> false;
            default ->
                sent.replaceAll("[^0-9]", "")
                        .contains(one.secret().replaceAll("[^0-9]", "").substring(2));
        };
    }

    @Test
    void everyFormOfAPasswordIsMasked() {
        List<Seeded.Planted> all = Seeded.passwords();
        assertThat(all).hasSize(200);
        assertThat(all.stream()
                        .filter(one -> Secrets.masked(one.sentence()).contains(one.secret()))
                        .map(Seeded.Planted::sentence))
                .isEmpty();
    }
}
