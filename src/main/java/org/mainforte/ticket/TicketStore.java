package org.mainforte.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.mainforte.ticket.Ticket.External;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets as they stand in the database. */
@Repository
class TicketStore {
    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A reference that no ticket has; the demo world brings its own, so that the next number may be taken. */
    String nextReference() {
        String reference;
        do {
            long number = jdbc.sql("select nextval('ticket_number')")
                    .query(Long.class)
                    .single();
            reference = "T-" + number;
        } while (find(reference).isPresent());
        return reference;
    }

    /** @param request the confirmed request, null for a ticket of the demo world */
    void insert(Ticket ticket, @Nullable String request, String transcript) {
        jdbc.sql("""
                insert into ticket (reference, request, person, site, conversation, title, category, urgency, state, equipment,
                room, phone, description, context, transcript, created_at)
                values (:reference, :request, :person, :site, :conversation, :title, :category, :urgency, :state, :equipment,
                :room, :phone, :description, :context, :transcript, :created)""")
                .param("reference", ticket.reference())
                .param("request", request)
                .param("person", ticket.person().value())
                .param("site", ticket.site().value())
                .param("conversation", value(ticket.conversation()))
                .param("title", ticket.title())
                .param("category", ticket.category().written())
                .param("urgency", ticket.urgency().written())
                .param("state", ticket.state().written())
                .param("equipment", ticket.equipment())
                .param("room", ticket.room())
                .param("phone", ticket.phone())
                .param("description", ticket.description())
                .param("context", ticket.context())
                .param("transcript", transcript)
                .param("created", ticket.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * @param note the later word that the file came with; null when the ticket was opened with it
     * @return false when the ticket has it already
     */
    boolean enclose(String reference, Enclosure file, @Nullable String note) {
        return jdbc.sql("""
                insert into ticket_enclosure (ticket, id, name, type, bytes, note)
                values (:ticket, :id, :name, :type, :bytes, :note) on conflict do nothing""")
                        .param("ticket", reference)
                        .param("id", file.id())
                        .param("name", file.name())
                        .param("type", file.type())
                        .param("bytes", file.bytes())
                        .param("note", note)
                        .update()
                == 1;
    }

    Optional<Ticket> find(String reference) {
        return one("select * from ticket where reference = :key", reference);
    }

    Optional<Ticket> byRequest(String request) {
        return one("select * from ticket where request = :key", request);
    }

    List<Ticket> of(PersonId person) {
        return jdbc.sql("select * from ticket where person = :person order by created_at desc, reference desc")
                .param("person", person.value())
                .query(TicketStore::read)
                .list();
    }

    String transcript(String reference) {
        return jdbc.sql("select transcript from ticket where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    List<Enclosure> enclosures(String reference) {
        return jdbc.sql("select * from ticket_enclosure where ticket = :ticket order by id")
                .param("ticket", reference)
                .query(TicketStore::enclosure)
                .list();
    }

    /** Those that came with a later word, or, without one, those that the ticket was opened with. */
    List<Enclosure> enclosures(String reference, @Nullable String note) {
        return jdbc.sql(
                        "select * from ticket_enclosure where ticket = :ticket and coalesce(note, '') = :note order by id")
                .param("ticket", reference)
                .param("note", note == null ? "" : note)
                .query(TicketStore::enclosure)
                .list();
    }

    private static Enclosure enclosure(ResultSet row, int number) throws SQLException {
        return new Enclosure(row.getString("id"), row.getString("name"), row.getString("type"), row.getBytes("bytes"));
    }

    /** What names the case in other systems: the confirmed request, which no other database has. */
    String key(String reference) {
        return jdbc.sql("select coalesce(request, reference) from ticket where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Ticket> lock(String reference) {
        return one("select * from ticket where reference = :key for update", reference);
    }

    /** Those that stand under this id there, or were merged into what does. */
    List<Ticket> byExternal(String system, String id) {
        return jdbc.sql("""
                select * from ticket where external_system = :system and (external_id = :id or merged_into = :id)
                order by reference""")
                .param("id", id)
                .param("system", system)
                .query(TicketStore::read)
                .list();
    }

    void mergedInto(String reference, String id) {
        jdbc.sql("update ticket set merged_into = :id where reference = :reference")
                .param("id", id)
                .param("reference", reference)
                .update();
    }

    /** The outside ids of those that a system has and still works on, from after one on, in their order. */
    List<String> unfinishedElsewhere(String system, String after, int limit) {
        return jdbc.sql("""
                select external_id from ticket
                where external_system = :system and state <> 'closed' and external_id > :after
                order by external_id fetch first :limit rows only""")
                .param("system", system)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row.getString("external_id"))
                .list();
    }

    /**
     * Those with these words in them, or of these people; all when the words are empty. What still has to be done by urgency and
     * age, or else the newest first.
     */
    List<Ticket> search(String words, List<String> people, boolean unfinished) {
        String state = unfinished ? "state in ('recorded', 'open', 'waiting') and " : "";
        String order = unfinished
                ? "case urgency when 'urgent' then 0 when 'high' then 1 else 2 end, created_at, reference"
                : "created_at desc, reference desc";
        return jdbc.sql("select * from ticket where " + state + """
                (:words = '' or position(:words in lower(reference)) > 0 or position(:words in lower(title)) > 0
                or position(:words in lower(description)) > 0 or person in (:people))
                order by\s""" + order + " fetch first 200 rows only")
                .param("words", words.toLowerCase(Locale.ROOT))
                .param("people", people.isEmpty() ? List.of("") : people)
                .query(TicketStore::read)
                .list();
    }

    void urge(String reference, Urgency urgency) {
        jdbc.sql("update ticket set urgency = :urgency where reference = :reference")
                .param("urgency", urgency.written())
                .param("reference", reference)
                .update();
    }

    void filed(Ticket ticket) {
        External external = ticket.external();
        jdbc.sql("""
                update ticket set state = :state, external_system = :system, external_id = :id, external_url = :url
                where reference = :reference""")
                .param("state", ticket.state().written())
                .param("system", external == null ? null : external.system())
                .param("id", external == null ? null : external.id())
                .param("url", external == null ? null : external.url())
                .param("reference", ticket.reference())
                .update();
    }

    void clear() {
        jdbc.sql("delete from ticket").update();
    }

    private Optional<Ticket> one(String select, String key) {
        return jdbc.sql(select).param("key", key).query(TicketStore::read).optional();
    }

    private static Ticket read(ResultSet row, int number) throws SQLException {
        String conversation = row.getString("conversation");
        String id = row.getString("external_id");
        return new Ticket(
                row.getString("reference"),
                new PersonId(row.getString("person")),
                new SiteId(row.getString("site")),
                row.getString("title"),
                TicketCategory.of(row.getString("category")),
                Urgency.of(row.getString("urgency")),
                TicketState.of(row.getString("state")),
                row.getString("equipment"),
                row.getString("room"),
                conversation == null ? null : new ConversationId(conversation),
                row.getString("description"),
                row.getString("context"),
                row.getString("phone"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                id == null ? null : new External(row.getString("external_system"), id, row.getString("external_url")));
    }

    private static @Nullable String value(@Nullable ConversationId id) {
        return id == null ? null : id.value();
    }
}
