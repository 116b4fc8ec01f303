package org.mainforte.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Input;
import org.mainforte.conversation.Message;
import org.mainforte.journey.Person;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.request.Request;
import org.mainforte.request.RequestDesk;
import org.mainforte.ticket.Tickets;
import tools.jackson.databind.JsonNode;

/** What the rows promise, whatever database keeps them. */
@Timeout(300)
abstract class StorageContract {
    static final Map<String, String> TICKET =
            Map.of("description", "L'écran reste noir", "category", "software", "urgency", "normal");

    abstract RunningInstance instance();

    private Employee employee(String name) {
        return instance().the(Directory.class).find(new PersonId(name)).orElseThrow();
    }

    private Conversations conversations() {
        return instance().the(Conversations.class);
    }

    private ConversationId opened(Employee employee) {
        return conversations().open(employee, Language.FR, null).id();
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(Collections.nCopies(times, action))) {
                results.add(one.get());
            }
            return results;
        }
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        Employee camille = employee("camille");
        ConversationId id = opened(camille);
        String text = "L'écran « noir » 😀 \\ \"'; drop table message; -- 100 %\n\tœuf ẞ";
        int seq = conversations().say(id, camille, UUID.randomUUID().toString(), Input.text(text));
        Message kept = conversations().messages(id, seq - 1).getFirst();
        assertThat(kept.text()).isEqualTo(text);
        assertThat(kept.at().toInstant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void theSameMessageFromManyThreadsIsStoredOnce() throws Exception {
        Employee oliver = employee("oliver");
        ConversationId id = opened(oliver);
        String clientId = UUID.randomUUID().toString();
        List<Integer> numbers = atOnce(16, () -> conversations().say(id, oliver, clientId, Input.text("Hello")));
        assertThat(numbers).containsOnly(numbers.getFirst());
        assertThat(conversations().all(id))
                .filteredOn(message -> clientId.equals(message.clientId()))
                .hasSize(1);
        assertThatThrownBy(() -> conversations().say(id, oliver, clientId, Input.text("Something else")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void messagesOfManyThreadsHaveNumbersWithoutGaps() throws Exception {
        Employee nadia = employee("nadia");
        ConversationId id = opened(nadia);
        List<Integer> numbers = atOnce(
                24, () -> conversations().say(id, nadia, UUID.randomUUID().toString(), Input.text("Bonjour")));
        assertThat(numbers).doesNotHaveDuplicates();
        // Read once: answers go on arriving.
        List<Integer> kept = conversations().all(id).stream().map(Message::seq).toList();
        assertThat(kept)
                .containsAll(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, kept.size()).boxed().toList());
    }

    @Test
    void anErasedConversationIsGone() {
        Employee ines = employee("ines");
        ConversationId id = opened(ines);
        conversations().erase(id, ines);
        assertThat(conversations().find(id)).isNull();
        assertThat(conversations().all(id)).isEmpty();
    }

    @Test
    void oneOfManyYesesDecides() throws Exception {
        RequestDesk desk = instance().the(RequestDesk.class);
        Employee thomas = employee("thomas");
        ConversationId id = opened(thomas);
        Request draft = desk.draft("ticket", TICKET, thomas, Language.FR, id);
        assertThat(desk.confirm(draft.id(), new PersonId("karim"))).isEqualTo(RequestDesk.Decision.UNKNOWN);
        List<RequestDesk.Decision> decisions = atOnce(16, () -> desk.confirm(draft.id(), thomas.id()));
        assertThat(decisions).filteredOn(RequestDesk.Decision.DONE::equals).hasSize(1);
        assertThat(decisions).filteredOn(RequestDesk.Decision.ALREADY::equals).hasSize(15);
        Polling.until("its ticket", () -> !ticketsOf(thomas, id).isEmpty());
        assertThat(ticketsOf(thomas, id)).hasSize(1);
    }

    private List<String> ticketsOf(Employee employee, ConversationId id) {
        return instance().the(Tickets.class).mine(employee.id()).stream()
                .filter(ticket -> id.equals(ticket.conversation()))
                .map(ticket -> ticket.reference())
                .toList();
    }

    @Test
    void aCardIsReplacedDeclinedOrExpires() {
        RequestDesk desk = instance().the(RequestDesk.class);
        Employee karim = employee("karim");
        ConversationId id = opened(karim);
        Request first = desk.draft("ticket", TICKET, karim, Language.FR, id);
        Request second = desk.draft("ticket", TICKET, karim, Language.FR, id);
        assertThat(desk.confirm(first.id(), karim.id())).isEqualTo(RequestDesk.Decision.CLOSED);
        ActingClock.at(
                Instant.now().plus(RequestDesk.DECIDE_WITHIN).plusSeconds(1),
                () -> assertThat(desk.confirm(second.id(), karim.id())).isEqualTo(RequestDesk.Decision.EXPIRED));
        assertThat(desk.decline(second.id(), karim.id())).isTrue();
        assertThat(desk.decline(second.id(), karim.id())).isFalse();
        assertThat(desk.confirm(second.id(), karim.id())).isEqualTo(RequestDesk.Decision.CLOSED);
        assertThat(ticketsOf(karim, id)).isEmpty();
    }

    @Test
    void oneOfManyGetsTheSlot() throws Exception {
        List<Person> people = List.of(
                instance().mainforte().person("camille").at("2026-11-23T08:00:00+01:00"),
                instance().mainforte().person("oliver").at("2026-11-23T08:00:00+01:00"));
        List<JsonNode> slots = List.copyOf(people.getFirst()
                .get("/api/appointments/slots")
                .json()
                .path("slots")
                .values());
        String slot = slots.getFirst().path("id").asString();
        var turn = new java.util.concurrent.atomic.AtomicInteger();
        List<Integer> answers = atOnce(
                16,
                () -> Booking.answered(
                        people.get(turn.getAndIncrement() % 2),
                        slot,
                        UUID.randomUUID().toString()));
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(15);
    }
}
