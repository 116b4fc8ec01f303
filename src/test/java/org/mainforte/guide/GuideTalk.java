package org.mainforte.guide;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Dialogue;
import org.mainforte.conversation.Input;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations with the guide room, numbered as the real ones are. */
final class GuideTalk {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    final GuideFiles files;
    final Guides guides;
    final GuideRuns runs;
    final GuideResponder responder;
    private final GuideStarter starter;
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Dialogue> dialogues = new HashMap<>();
    Language language = Language.FR;
    String person = "lea";
    String conversation = "one";

    GuideTalk(Path folder, DataSource database) {
        files = new GuideFiles(folder);
        guides = files.guides();
        runs = new GuideRuns(JdbcClient.create(database));
        var walks = new GuideWalks(guides, runs, new StepInserts(GuideTalk::lookup));
        responder = new GuideResponder(walks);
        starter = new GuideStarter(walks);
    }

    /** Knows what is recorded for everybody, and nothing else. */
    private static Optional<Lookup> lookup(String id) {
        Lookup recorded = new Lookup() {
            @Override
            public String id() {
                return "my-equipment";
            }

            @Override
            public Answer answer(Employee employee, Language language, Instant now, Map<String, String> values) {
                Offer offer = new Offer("Correct", Start.request("ticket", Map.of("category", "other")));
                Offer order = new Offer("Order", Start.request("order", Map.of()));
                return new Answer("Recorded for " + employee.name() + ": 5CG1234XYZ $1", List.of(offer, order));
            }
        };
        return Optional.of(recorded).filter(known -> known.id().equals(id));
    }

    Reply start(String start) {
        return one(
                new Input(null, start, null, Map.of()),
                (turn, sink) -> starter.start(Start.parse(start).orElseThrow(), turn, sink));
    }

    Reply type(String text) {
        return one(Input.text(text), responder::respond);
    }

    Reply click(String choice) {
        return one(new Input(null, choice, null, Map.of()), responder::respond);
    }

    /** Whether the guide leaves this to the others, who then answer it. */
    boolean ignores(String text) {
        List<Reply> replies = turn(Input.text(text), responder::respond);
        last.merge(conversation, 1, Integer::sum);
        return replies.isEmpty();
    }

    Dialogue dialogue() {
        return dialogues.getOrDefault(conversation, Dialogue.NEW);
    }

    void dialogue(Dialogue now) {
        dialogues.put(conversation, now);
    }

    List<Choice> comeBack() {
        return responder.comeBack(turn(Input.text(""), 0)).stream().toList();
    }

    /** A second message sent before the first was answered. */
    List<Reply> typeTwiceAtOnce(String text) {
        int seq = last.getOrDefault(conversation, 1);
        List<Reply> replies = new ArrayList<>();
        replies.addAll(answered(turn(Input.text(text), seq + 1), responder::respond));
        replies.addAll(answered(turn(Input.text(text), seq + 2), responder::respond));
        last.put(conversation, seq + 2 + replies.size());
        return replies;
    }

    private Reply one(Input input, Speaker speaker) {
        List<Reply> replies = turn(input, speaker);
        if (replies.size() != 1) {
            throw new AssertionError("Expected one reply to " + input + ", got " + replies);
        }
        return replies.getFirst();
    }

    private List<Reply> turn(Input input, Speaker speaker) {
        int seq = last.merge(conversation, 2, (before, ignored) -> before + 1);
        List<Reply> replies = answered(turn(input, seq), speaker);
        last.merge(conversation, replies.size(), Integer::sum);
        return replies;
    }

    private List<Reply> answered(Turn turn, Speaker speaker) {
        List<Reply> replies = new ArrayList<>();
        boolean taken = speaker.speak(turn, new ReplySink() {
            @Override
            public void say(Reply reply) {
                replies.add(reply);
            }

            @Override
            public void delta(String text) {
                throw new AssertionError("A guide says whole messages");
            }
        });
        if (taken == replies.isEmpty()) {
            throw new AssertionError("Taken " + taken + " with " + replies);
        }
        dialogues.put(conversation, turn.dialogue());
        return replies;
    }

    private Turn turn(Input input, int seq) {
        Employee employee = new Employee(
                new PersonId(person), person, Role.EMPLOYEE, new SiteId("strasbourg"), Language.FR, null, null, null);
        return new Turn(new ConversationId(conversation), employee, language, NOW, seq, input, dialogue());
    }

    /** The id of a reply's button. */
    static String button(Reply reply, String label) {
        return reply.choices().stream()
                .filter(choice -> choice.label().equals(label))
                .map(Choice::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No “" + label + "” in " + labels(reply)));
    }

    static List<String> labels(Reply reply) {
        return reply.choices().stream().map(Choice::label).toList();
    }

    /** “tea 2/3”, or null when the reply shows no step. */
    static @Nullable String step(Reply reply) {
        var step = reply.step();
        return step == null ? null : step.guide() + " " + step.number() + "/" + step.of();
    }

    private interface Speaker {
        boolean speak(Turn turn, ReplySink sink);
    }
}
