package org.mainforte.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.catalogue.Words;

/** “Somebody” is who did it, or who is wished for. */
class PressingResponderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "non il est là mais quelqu'un l'a écrasé",
                "quelqu'un d'autre l'avait ouvert avant moi",
                "un collègue m'a changé les droits",
                "no it's there but somebody overwrote it",
                "somebody else has deleted the folder",
                "a colleague renamed all of them"
            })
    void whatSomebodyDidIsNoWish(String text) {
        assertThat(PressingResponder.tellsWhatSomebodyDid(Words.fold(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "j'ai besoin de quelqu'un à mes côtés",
                "je cherche quelqu'un à l'informatique",
                "quelqu'un a deux minutes ?",
                "somebody has to ring me",
                "I need somebody trained",
                "is there somebody left",
                "could someone take over"
            })
    void whoWishesForSomebodyIsHeard(String text) {
        assertThat(PressingResponder.tellsWhatSomebodyDid(Words.fold(text))).isFalse();
    }
}
