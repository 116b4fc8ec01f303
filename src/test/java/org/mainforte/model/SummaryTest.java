package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mainforte.advisor.model.ModelHealth;
import org.mainforte.conversation.Summaries;
import org.mainforte.conversation.Summary;
import org.mainforte.journey.Chat;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the person who takes over reads first. */
class SummaryTest extends ModelTestBase {
    @Autowired
    private Summaries summaries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ModelHealth health;

    private Chat chat() {
        return on("camille")
                .opens("fr")
                .says("Comment connecter mon nouveau PC au wifi de la maison ?")
                .says("je veux commander un clavier");
    }

    @Test
    void rulesTellWhatWasAskedTriedAndIsOpen() {
        MODEL.does((asked, pen) -> pen.says("Ouvrez les paramètres. [s1]").done());
        Summary summary = summaries.of(new ConversationId(chat().id()), Language.FR);
        assertThat(summary.asked()).contains("Comment connecter mon nouveau PC au wifi de la maison ?");
        assertThat(summary.tried()).singleElement().asString().contains("Wi-Fi");
        assertThat(summary.open()).singleElement().asString().contains("Commander");
        assertThat(summary.model()).isFalse();
        assertThat(summary.text()).contains("généré automatiquement");
    }

    @Test
    void theModelPhrasesAndInventsNothing() {
        MODEL.does((asked, pen) -> pen.says("Ouvrez les paramètres. [s1]").done());
        String id = chat().id();
        MODEL.does((asked, pen) -> pen.says(
                        "ASKED: Veut brancher son PC au wifi, puis un clavier\n"
                                + "SEEN: Ticket T-999999 ouvert\nOPEN: <b>Clavier</b>\nOPEN: Adresse du clavier à confirmer\nHello\n")
                .done());
        Summary summary = summaries.phrased(new ConversationId(id), Language.FR);
        assertThat(summary.asked()).containsExactly("Veut brancher son PC au wifi, puis un clavier");
        assertThat(summary.seen()).isEmpty();
        assertThat(summary.open()).containsExactly("Adresse du clavier à confirmer");
        assertThat(summary.text()).contains("généré par une IA");
        assertThat(MODEL.asked().toString()).doesNotContainIgnoringCase("camille");
    }

    /** No person asked for it, and it is used all the same. */
    @Test
    void whatASummaryUsesCountsForTheDay() throws Exception {
        MODEL.does((asked, pen) -> pen.says("ASKED: Un clavier\n").done());
        long before = usedByNobody();
        summaries.phrased(new ConversationId(chat().id()), Language.FR);
        Await.until("the summary's use is written down", () -> usedByNobody() > before);
    }

    private long usedByNobody() {
        return jdbc.sql("select coalesce(sum(tokens), 0) from model_usage where person = '-'")
                .query(Long.class)
                .single();
    }

    @Test
    void summariesThatFailSpareTheNextPeopleTheProvider() {
        MODEL.does((asked, pen) -> pen.says("Ouvrez les paramètres. [s1]").done());
        var id = new ConversationId(chat().id());
        health.forget();
        MODEL.does((asked, pen) -> pen.refuses(500, "no"));
        for (int i = 0; i < 6; i++) {
            assertThat(health.asked()).isTrue();
            summaries.phrased(id, Language.FR);
        }
        assertThat(health.asked()).isFalse();
    }

    @Test
    void aModelThatFailsLeavesTheRules() {
        MODEL.does((asked, pen) -> pen.refuses(500, "no"));
        Summary summary = summaries.phrased(new ConversationId(chat().id()), Language.EN);
        assertThat(summary.model()).isFalse();
        assertThat(summary.asked()).isNotEmpty();
    }
}
