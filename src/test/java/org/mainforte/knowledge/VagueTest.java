package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VagueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ça marche pas",
                "sa marche pa !",
                "J'ai un problème avec mon ordi",
                "mon PC bug",
                "bonjour, j'ai un souci",
                "my laptop doesn't work",
                "something is wrong with my laptop",
                "j'ai un souci avec mon téléphone",
                "there's a problem with my work phone",
                "nothing works any more"
            })
    void saysTooLittle(String text) {
        assertThat(Vague.topics(text)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon PC est lent",
                "ça va ?",
                "it works now",
                "j'ai un problème avec mon écran",
                "my laptop doesn't charge",
                "le VPN ne marche pas"
            })
    void saysEnough(String text) {
        assertThat(Vague.topics(text)).isEmpty();
    }
}
