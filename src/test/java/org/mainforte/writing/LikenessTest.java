package org.mainforte.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void whatAsksForTheSameStandsTogether() {
        List<String> texts = List.of(
                "comment marche la badgeuse du parking ?",
                "la machine à café est en panne",
                "badgeuse parking",
                "les badgeuses des parkings ne marchent plus",
                "café en panne au 2e étage",
                "bonjour ?",
                "peut on avoir un fond d'écran de la boîte");
        assertThat(Likeness.groups(texts)).containsExactly(List.of(0, 2, 3), List.of(1, 4), List.of(6));
    }

    @Test
    void maskedWordsDoNotMakeAlike() {
        assertThat(Likeness.groups(List.of("[nom] parking", "[nom] cantine"))).hasSize(2);
    }
}
