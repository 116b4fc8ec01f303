package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/**
 * The same journey on the web and in Teams: the same kinds of replies, the same state of the world, and everything the assistant
 * said has reached the chat of Teams once.
 */
class ChannelContractTest extends TeamsTestBase {
    /** What a journey left behind and how it went. */
    private record Told(List<String> kinds, List<String> world) {}

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|mon vpn marche pas depuis chez moi > ca marche toujours pas > toujours pas > [Ouvrir un ticket] > [Je ne peux pas travailler] > [Oui, confirmer]",
                "oliver|my vpn won't connect from home > still doesn't work > no luck > [Open a ticket] > [I cannot work] > yes",
                "camille|jai oublié mon mdp > merci beaucoup",
                "oliver|I forgot my password again > thank you so much",
                "nadia|ouvre un ticket, Teams plante à chaque appel et je ne peux pas travailler > non",
                "oliver|please open a ticket, Teams crashes at every call and I cannot work > [Yes, confirm] > what about my ticket?",
                "camille|on m'a volé mon pc dans le train",
                "oliver|my laptop was stolen on the train",
                "camille|[Mettre en service mon nouveau PC]",
                "oliver|[Set up my new PC] > thank you so much",
                "nadia|quelle est la capitale du Pérou ?",
                "camille|[Parler à une personne]",
                "oliver|can I speak to a real person please > yes",
                "camille|je veux commander un clavier > oui > oui > où en est ma commande ?",
                "oliver|I need a new keyboard > yes > no",
                "camille|je voudrais un rdv avec un technicien svp > mon écran clignote > mardi 10h > oui > annule mon rendez-vous > oui",
                "oliver|I need a technician, my screen flickers > {slot=Tuesday} > [Yes, confirm] > move it to Thursday",
                "camille|je dois rendre mon vieux pc > oui > [Enlèvement] > {date=mardi 24 novembre} > [Oui, confirmer]",
                "camille|[Sauvegarder avant l'échange] > fait > ça marche pas",
                "oliver|I forgot to back up my files before the exchange > no",
                "camille|aidez moi a installer mon nouveau pc > [C'est fait] > au fait comment je change mon mot de passe ? > [Reprendre]",
                "camille|rien ne marche en salle de réunion et ma réunion commence maintenant > ça marche pas > [Toujours bloqué] > [Ouvrir un ticket]",
                "nadia|le technicien est là aujourd'hui ?",
                "camille|je craque, j'en peux plus",
                "oliver|the charger of my laptop is burning hot and smokes > no",
                "oliver|the flurbomat does not flurb",
                "nadia|où en est le ticket T-100008 ?",
                "nadia|imprimante > la deuxième",
            })
    void isTheSameOnBothChannels(String person, String script) {
        List<String> steps = List.of(script.split(" > "));
        Told onTheWeb = onTheWeb(web(person), person.equals("oliver") ? "en" : "fr", steps);
        mainforte.world(WORLD);
        TEAMS.reset();
        Told inTeams = inTeams(teams(person), web(person), steps);
        assertThat(inTeams.kinds()).isEqualTo(onTheWeb.kinds());
        assertThat(inTeams.world()).isEqualTo(onTheWeb.world());
    }

    private Told onTheWeb(Person person, String language, List<String> steps) {
        Chat chat = person.opens(language);
        for (String step : steps) {
            String label = button(step);
            String[] field = field(step);
            if (field != null) {
                chat.picks(field[0], field[1]);
            } else if (label == null) {
                chat.says(step);
            } else {
                chat.presses(label);
            }
        }
        return new Told(kinds(chat.all()), world(person));
    }

    private Told inTeams(TeamsPerson teams, Person person, List<String> steps) {
        Map<String, Object> installed = teams.activity("installationUpdate");
        installed.put("action", "add");
        teams.send(installed);
        List<JsonNode> inPlace = new ArrayList<>();
        List<JsonNode> transcript = delivered(teams, person, 1, inPlace);
        for (String step : steps) {
            String label = button(step);
            String[] field = field(step);
            if (field != null) {
                inPlace.add(fills(teams, field[0], field[1]).path("value"));
            } else if (label == null) {
                teams.says(step);
            } else {
                Received card = teams.all().reversed().stream()
                        .filter(one -> Cards.button(one.card(), label).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No button " + label));
                inPlace.add(teams.presses(card, label, Map.of()).path("value"));
            }
            transcript = delivered(teams, person, transcript.size() + 1, inPlace);
        }
        return new Told(kinds(transcript), world(person));
    }

    /** Fills in a card as Teams does: what its other inputs hold is sent along. */
    private static JsonNode fills(TeamsPerson teams, String field, String option) {
        Received form = teams.all().reversed().stream()
                .filter(one -> input(one.card(), field).isPresent()
                        || Cards.button(one.card(), option).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + field));
        if (input(form.card(), field).isEmpty()) {
            return teams.presses(form, option, Map.of());
        }
        Map<String, String> values = new LinkedHashMap<>();
        Cards.all(form.card()).stream()
                .filter(one -> one.path("type").asString("").startsWith("Input.") && one.has("value"))
                .forEach(one ->
                        values.put(one.path("id").asString(), one.path("value").asString()));
        values.put(
                "field." + field,
                input(form.card(), field)
                        .orElseThrow()
                        .path("choices")
                        .valueStream()
                        .filter(choice ->
                                Chat.plain(choice.path("title").asString()).startsWith(option))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No “" + option + "” in " + form.card()))
                        .path("value")
                        .asString());
        boolean french = form.card().path("lang").asString().equals("fr");
        return teams.presses(form, french ? "Envoyer" : "Send", values);
    }

    private static Optional<JsonNode> input(JsonNode card, String field) {
        return Cards.all(card).stream()
                .filter(one -> one.path("id").asString("").equals("field." + field))
                .findFirst();
    }

    /** Waits until the assistant has finished and all it said is there, in the chat or in the place of a card. */
    private List<JsonNode> delivered(TeamsPerson teams, Person person, int atLeast, List<JsonNode> inPlace) {
        // Two answers may begin with the same words: only nothing being left to send says that the second is there.
        calm();
        return TEAMS.until("the answer", fake -> {
            JsonNode mine = person.get("/api/conversations").json();
            if (mine.isEmpty()) {
                return null;
            }
            JsonNode whole = person.get(
                            "/api/conversations/" + mine.path(0).path("id").asString())
                    .json();
            List<JsonNode> messages = whole.path("messages").valueStream().toList();
            boolean calm = whole.path("idle").asBoolean(false)
                    || !whole.path("state").asString("").equals("bot");
            return messages.size() >= atLeast && calm && messages.stream().allMatch(one -> reached(teams, one, inPlace))
                    ? messages
                    : null;
        });
    }

    private static boolean reached(TeamsPerson teams, JsonNode message, List<JsonNode> inPlace) {
        if (message.path("author").path("kind").asString("").equals("employee")) {
            return true;
        }
        String text = Chat.plain(message.path("text").asString()).replaceAll("[*`#_]", "");
        String start = text.split("[\\n\\[<&]")[0];
        boolean shown = teams.all().stream().anyMatch(one -> plain(one.words()).contains(start))
                || inPlace.stream().anyMatch(card -> plain(Cards.words(card)).contains(start));
        // “I am recording it…” is left out where the receipt already stands in the card's place.
        return shown || message.path("kind").asString("").equals("notice") && !inPlace.isEmpty();
    }

    private static String plain(String words) {
        return Chat.plain(words).replaceAll("[*`#_]", "");
    }

    private static @Nullable String button(String step) {
        return step.startsWith("[") ? step.substring(1, step.length() - 1) : null;
    }

    /** A field and the beginning of the option to choose, in a step like {@code {slot=mardi}}. */
    private static String @Nullable [] field(String step) {
        return step.startsWith("{") ? step.substring(1, step.length() - 1).split("=", 2) : null;
    }

    private static List<String> kinds(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.path("author").path("kind").asString() + " "
                        + message.path("kind").asString() + " "
                        + message.path("language").asString())
                .toList();
    }

    private static List<String> world(Person person) {
        List<String> world = new ArrayList<>();
        person.tickets()
                .forEach(ticket -> world.add("ticket " + ticket.path("title") + ticket.path("category")
                        + ticket.path("urgency") + ticket.path("state") + ticket.path("site")));
        person.appointments().forEach(one -> world.add("appointment " + one.path("start")));
        Mainforte.Answer requests = person.get("/api/requests");
        requests.json().forEach(one -> world.add("request " + one.path("kind") + one.path("state")));
        return world;
    }
}
