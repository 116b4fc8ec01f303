package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.journey.Mainforte;
import tools.jackson.databind.JsonNode;

/** What people live through in Teams. */
class TeamsJourneyTest extends TeamsTestBase {
    @Test
    void aWelcomeComesOnceAndSaysThatItIsAnAi() {
        TeamsPerson camille = teams("camille");
        Map<String, Object> installed = camille.activity("installationUpdate");
        installed.put("action", "add");
        assertThat(camille.send(installed).status()).isEqualTo(202);
        Map<String, Object> added = camille.activity("conversationUpdate");
        added.put("membersAdded", java.util.List.of(Map.of("id", "28:app-1")));
        camille.send(added);
        camille.send(installed);
        Received welcome = camille.reads("intelligence artificielle");
        assertThat(welcome.activity()
                        .path("entities")
                        .path(0)
                        .path("additionalType")
                        .path(0)
                        .asString())
                .isEqualTo("AIGeneratedContent");
        camille.says("mon vpn marche pas depuis chez moi");
        camille.reads("VPN");
        calm();
        assertThat(camille.all().stream().filter(one -> one.words().contains("intelligence artificielle")))
                .hasSize(1);
    }

    @Test
    void aTicketIsOpenedByACardThatIsRedrawnInPlace() {
        TeamsPerson oliver = teams("oliver");
        oliver.says("please open a ticket, Teams crashes at every call and I cannot work");
        Received proposal = oliver.reads("Nothing is sent until you confirm");
        assertThat(web("oliver").tickets()).isEmpty();
        JsonNode reply = oliver.presses(proposal, "Yes, confirm", Map.of());
        assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
        assertThat(reply.path("type").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        String reference = web("oliver").tickets().getFirst().path("reference").asString();
        assertThat(Cards.words(reply.path("value"))).contains(reference);
        calm();
        int before = oliver.all().size();
        JsonNode again = oliver.presses(proposal, "Yes, confirm", Map.of());
        assertThat(Cards.words(again.path("value"))).contains(reference);
        assertThat(web("oliver").tickets()).hasSize(1);
        calm();
        assertThat(oliver.all()).hasSize(before);
    }

    @Test
    void somebodyElsesCardHasNoEffect() {
        TeamsPerson oliver = teams("oliver");
        oliver.says("please open a ticket, Teams crashes at every call and I cannot work");
        Received proposal = oliver.reads("Nothing is sent until you confirm");
        JsonNode button = Cards.button(proposal.card(), "Yes, confirm").orElseThrow();
        Mainforte.Answer answer = teams("camille").execute(button, proposal.id(), Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Cards.words(answer.json().path("value"))).contains("n’est pas à vous");
        Mainforte.Answer inHisChat = teams("camille", oliver.chat()).execute(button, proposal.id(), Map.of());
        assertThat(Cards.words(inHisChat.json().path("value"))).contains("n’est pas à vous");
        assertThat(web("oliver").tickets()).isEmpty();
    }
}
