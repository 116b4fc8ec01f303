package org.mainforte.ticket;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Belongings;
import org.mainforte.catalogue.CaseFile;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.mainforte.outside.Attention;
import org.mainforte.outside.Courier;
import org.mainforte.outside.Errand;
import org.mainforte.outside.Outbox;
import org.mainforte.outside.Outboxes;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.mainforte.site.Databases;
import org.mainforte.site.SiteFiles;
import org.mainforte.site.SitePlanning;
import org.mainforte.ticket.embedded.EmbeddedTickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room with its database, without the rest of the house. Monday 23 November 2026, 10:00 in Paris. */
final class TicketHouse {
    static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");
    static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");
    static final ConversationId TALK = new ConversationId("c-1");
    static final Employee CLAIRE = employee("claire", Language.FR);
    static final Employee EMMA = employee("emma", Language.EN);

    final List<Object> events = new ArrayList<>();
    final DataSource database;
    final JdbcClient jdbc;
    final TicketStore store;
    final TicketNotes notes;
    final Outbox outbox;
    final Tickets tickets;
    final MyTickets myTickets;
    final List<String> told = Collections.synchronizedList(new ArrayList<>());
    final Filing filing;
    final TicketTalk talk;
    final TicketFeed feed;
    final DeskTickets desk;
    final Attention attention;
    final Courier courier;
    final NoteRequest note;
    final WordLeft word;
    /** The files sent in the conversation. */
    final List<Enclosure> sent = new ArrayList<>(List.of(file("f-1", "écran.png")));

    final TicketRequest ticket;
    final CallbackRequest callback;
    final TicketDemo demo;

    TicketHouse() {
        this(new EmbeddedTickets());
    }

    TicketHouse(TicketSystem system) {
        this(system, Databases.fresh());
    }

    TicketHouse(TicketSystem system, DataSource database) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        store = new TicketStore(jdbc);
        notes = new TicketNotes(jdbc);
        outbox = Outboxes.of(jdbc);
        tickets = new Tickets(store, notes);
        myTickets = new MyTickets(tickets);
        Clock clock = Clock.fixed(MONDAY_TEN, ActingClock.PARIS);
        var transactions = new JdbcTransactionManager(database);
        var transaction = new TransactionTemplate(transactions);
        filing = new Filing(store, notes, system, outbox, new TwoPeople(), events::add, clock);
        talk = new TicketTalk(
                store,
                notes,
                system,
                outbox,
                (conversation, person, text, offers) ->
                        told.add(((person == null ? "" : person + ": ") + text.apply(Language.FR))
                                .replaceAll("[\u00A0\u202F]", " ")));
        feed = new TicketFeed(store, notes, filing, talk, system, jdbc, transactions);
        List<Errand> errands = List.of(filing, new NoteErrand(store, notes, system, outbox));
        attention = Outboxes.attention(outbox, jdbc, errands);
        courier = Outboxes.courier(outbox, errands, transaction, Clock.systemUTC());
        desk = new DeskTickets(store, notes, new TicketReads(jdbc), talk, system, filing, new TwoPeople(), clock);
        var caseFile = new Screenshots(sent);
        note = new NoteRequest(tickets, talk, caseFile);
        word = new WordLeft(store, talk, caseFile, clock);
        var opening = new TicketDesk(store, filing, caseFile, events::add);
        var words = new DeskWords(SiteFiles.deskHours(jdbc), SiteFiles.urgentLine(jdbc));
        var receipts = new TicketReceipts(words);
        Belongings belongings = (who, language) ->
                who == CLAIRE ? List.of(new Option("5CG1234XYZ", "HP EliteBook (5CG1234XYZ)")) : List.of();
        ticket = new TicketRequest(opening, belongings, SiteFiles.sites(), new SitePlanning(jdbc), receipts);
        callback = new CallbackRequest(opening, words, receipts);
        demo = new TicketDemo(store, new TwoPeople(), outbox, clock);
    }

    /** Sends off whatever is due until nothing is left to send, for a minute at most. */
    void drain() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    courier.sweep();
                    return outbox.count(Filing.KIND, false) + outbox.count(NoteErrand.KIND, false) == 0;
                });
    }

    static Asking asking(Employee employee, Map<String, String> values) {
        return new Asking(employee, employee.language(), MONDAY_TEN, values);
    }

    static Confirmed confirmed(String request, Employee employee, Instant at) {
        return new Confirmed(request, employee, employee.language(), TALK, at);
    }

    /** The whole way of a request without the desk: taken for granted, read, shown, done. */
    <F extends Record> Receipt done(RequestKind<F> kind, Map<String, String> values, Confirmed confirmed) {
        return kind.fulfil(form(kind, values, confirmed.employee()), confirmed);
    }

    <F extends Record> List<Row> card(RequestKind<F> kind, Map<String, String> values, Employee employee) {
        return kind.card(form(kind, values, employee), asking(employee, values));
    }

    private static <F extends Record> F form(RequestKind<F> kind, Map<String, String> values, Employee employee) {
        var reader = new FormReader<>(kind);
        return reader.read(asking(employee, reader.completed(asking(employee, values))));
    }

    private static Employee employee(String id, Language language) {
        return new Employee(
                new PersonId(id),
                id,
                Role.EMPLOYEE,
                new SiteId("strasbourg"),
                language,
                "1 rue du Dôme",
                null,
                null,
                id + "@example.test",
                null);
    }

    static Enclosure file(String id, String name) {
        return new Enclosure(id, name, "image/png", "png".getBytes(StandardCharsets.UTF_8));
    }

    private record Screenshots(List<Enclosure> sent) implements CaseFile {
        @Override
        public String transcript(ConversationId conversation, Language language) {
            return "10:00 Claire: écran noir";
        }

        @Override
        public List<Enclosure> enclosures(ConversationId conversation) {
            return List.copyOf(sent);
        }
    }

    private record TwoPeople() implements Directory {
        @Override
        public Optional<Employee> find(PersonId id) {
            return everybody().stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public List<Employee> everybody() {
            return List.of(CLAIRE, EMMA);
        }

        @Override
        public void remember(Employee employee) {
            throw new UnsupportedOperationException("nobody is met in these tests");
        }
    }
}
