package org.mainforte.channel.teams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.journey.Mainforte;
import tools.jackson.databind.JsonNode;

/** Somebody at the Teams client: writes, presses buttons, and reads what the bot sends to their chat. */
final class TeamsPerson {
    static final String APP = "app-1";
    static final String TENANT = "tenant-1";
    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    private final FakeTeams teams;
    private final Mainforte mainforte;
    private final String entraId;
    private final String chat;
    private final @Nullable String now;
    private final String token;

    TeamsPerson(
            FakeTeams teams,
            Authority authority,
            Mainforte mainforte,
            String entraId,
            String chat,
            @Nullable String now) {
        this.teams = teams;
        this.mainforte = mainforte;
        this.entraId = entraId;
        this.chat = chat;
        this.now = now;
        this.token = authority.token(APP, teams.serviceUrl());
    }

    String chat() {
        return chat;
    }

    Map<String, Object> activity(String type) {
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("type", type);
        activity.put("id", UUID.randomUUID().toString());
        activity.put("timestamp", java.time.Instant.now().toString());
        activity.put("channelId", "msteams");
        activity.put("serviceUrl", teams.serviceUrl());
        activity.put("locale", "fr-FR");
        activity.put("from", Map.of("id", "29:" + entraId, "name", "Not to be believed", "aadObjectId", entraId));
        activity.put("recipient", Map.of("id", "28:" + APP, "name", "Mainforte"));
        activity.put("conversation", Map.of("id", chat, "conversationType", "personal", "tenantId", TENANT));
        activity.put("channelData", Map.of("tenant", Map.of("id", TENANT)));
        return activity;
    }

    Map<String, Object> message(String text) {
        Map<String, Object> activity = activity("message");
        activity.put("text", text);
        activity.put("textFormat", "plain");
        return activity;
    }

    Mainforte.Answer send(Map<String, Object> activity) {
        Mainforte.Answer answer = mainforte.send("POST", "/api/messages", activity, token, now, "fr");
        if (answer.status() == 200 && answer.json().path("type").asString("").equals(CARD)) {
            teams.checkCard(answer.json().path("value"));
        }
        return answer;
    }

    TeamsPerson says(String text) {
        Mainforte.Answer answer = send(message(text));
        if (answer.status() != 202) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return this;
    }

    /** Presses a button of a card the way Teams does, with the inputs filled in. */
    JsonNode presses(Received card, String label, Map<String, String> inputs) {
        JsonNode button = Cards.button(card.card(), label)
                .orElseThrow(() -> new AssertionError("No “" + label + "” in " + card.activity()));
        return execute(button, card.id(), inputs).json();
    }

    Mainforte.Answer execute(JsonNode button, @Nullable String card, Map<String, String> inputs) {
        return send(click(button, card, inputs));
    }

    Map<String, Object> click(JsonNode button, @Nullable String card, Map<String, String> inputs) {
        Map<String, Object> data = new LinkedHashMap<>();
        button.path("data").properties().forEach(one -> data.put(one.getKey(), one.getValue()));
        data.putAll(inputs);
        Map<String, Object> activity = activity("invoke");
        activity.put("name", "adaptiveCard/action");
        activity.put("replyToId", card);
        activity.put("value", Map.of("action", Map.of("type", "Action.Execute", "verb", "choice", "data", data)));
        return activity;
    }

    /** Waits for a message that holds these words. */
    Received reads(String words) {
        return teams.until(
                "“" + words + "” in " + chat,
                fake -> fake.messages(chat).stream()
                        .filter(one ->
                                org.mainforte.journey.Chat.plain(one.words()).contains(words))
                        .findFirst()
                        .orElse(null));
    }

    List<Received> all() {
        return new ArrayList<>(teams.messages(chat));
    }
}
