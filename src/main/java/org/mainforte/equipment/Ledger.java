package org.mainforte.equipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainforte.equipment.AccessoryOrder.Handover;
import org.mainforte.equipment.AccessoryOrder.Reason;
import org.mainforte.equipment.EquipmentReturn.Mode;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders and returns as they stand in the database; one for a confirmed request, however often it is done. */
@Repository
class Ledger {
    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<AccessoryOrder> orders(PersonId person) {
        return jdbc.sql("select * from accessory_order where person = :person order by created_at desc, reference desc")
                .param("person", person.value())
                .query(Ledger::order)
                .list();
    }

    /** The newest first. */
    List<EquipmentReturn> returns(PersonId person) {
        return jdbc.sql(
                        "select * from equipment_return where person = :person order by created_at desc, reference desc")
                .param("person", person.value())
                .query(Ledger::returned)
                .list();
    }

    Optional<AccessoryOrder> orderOf(String request) {
        return jdbc.sql("select * from accessory_order where request = :request")
                .param("request", request)
                .query(Ledger::order)
                .optional();
    }

    Optional<EquipmentReturn> returnOf(String request) {
        return jdbc.sql("select * from equipment_return where request = :request")
                .param("request", request)
                .query(Ledger::returned)
                .optional();
    }

    String nextOrder() {
        return next("O-", "select nextval('order_number')", reference -> exists("accessory_order", reference));
    }

    String nextReturn() {
        return next("R-", "select nextval('return_number')", reference -> exists("equipment_return", reference));
    }

    /** The demo world brings its own references, so that the next number may be taken. */
    private String next(String letter, String sequence, Predicate<String> taken) {
        String reference;
        do {
            reference = letter + jdbc.sql(sequence).query(Long.class).single();
        } while (taken.test(reference));
        return reference;
    }

    boolean hasReturn(String reference) {
        return exists("equipment_return", reference);
    }

    private boolean exists(String table, String reference) {
        return jdbc.sql("select count(*) from " + table + " where reference = :reference")
                        .param("reference", reference)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(AccessoryOrder order, String request) {
        Reason reason = order.reason();
        jdbc.sql("""
                insert into accessory_order
                (reference, request, person, site, item, handover, address, reason, priority, state, created_at)
                values (:reference, :request, :person, :site, :item, :handover, :address, :reason, :priority, :state, :created)""")
                .param("reference", order.reference())
                .param("request", request)
                .param("person", order.person().value())
                .param("site", order.site().value())
                .param("item", order.item().written())
                .param("handover", Written.of(order.handover()))
                .param("address", order.address())
                .param("reason", reason == null ? null : Written.of(reason))
                .param("priority", order.priority())
                .param("state", order.state())
                .param("created", order.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param request the confirmed request, null for one of the demo world */
    void add(EquipmentReturn back, @Nullable String request) {
        jdbc.sql("""
                insert into equipment_return (reference, request, person, serial, mode, pick_up_on, state, created_at)
                values (:reference, :request, :person, :serial, :mode, :date, :state, :created)""")
                .param("reference", back.reference())
                .param("request", request)
                .param("person", back.person().value())
                .param("serial", back.serial())
                .param("mode", Written.of(back.mode()))
                .param("date", back.date())
                .param("state", back.state())
                .param("created", back.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void pickUpOn(String reference, LocalDate date) {
        jdbc.sql("update equipment_return set pick_up_on = :date where reference = :reference")
                .param("date", date)
                .param("reference", reference)
                .update();
    }

    void state(String reference, String state) {
        jdbc.sql("update equipment_return set state = :state where reference = :reference")
                .param("state", state)
                .param("reference", reference)
                .update();
    }

    void clear() {
        jdbc.sql("delete from accessory_order").update();
        jdbc.sql("delete from equipment_return").update();
    }

    private static AccessoryOrder order(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new AccessoryOrder(
                row.getString("reference"),
                new PersonId(row.getString("person")),
                new SiteId(row.getString("site")),
                Written.read(Item.class, row.getString("item")),
                Written.read(Handover.class, row.getString("handover")),
                row.getString("address"),
                reason == null ? null : Written.read(Reason.class, reason),
                row.getBoolean("priority"),
                row.getString("state"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static EquipmentReturn returned(ResultSet row, int number) throws SQLException {
        return new EquipmentReturn(
                row.getString("reference"),
                new PersonId(row.getString("person")),
                row.getString("serial"),
                Written.read(Mode.class, row.getString("mode")),
                row.getObject("pick_up_on", LocalDate.class),
                row.getString("state"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
