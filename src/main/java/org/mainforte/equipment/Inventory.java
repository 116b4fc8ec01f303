package org.mainforte.equipment;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.mainforte.equipment.Asset.State;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the inventory, the parcels and the lockers say of a person. */
@Repository
class Inventory {
    private final JdbcClient jdbc;

    Inventory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The devices still with this person: those to return first, then by model. */
    List<Asset> with(PersonId person) {
        return jdbc
                .sql("select * from asset where owner = :person and state <> 'collected'")
                .param("person", person.value())
                .query((row, number) -> new Asset(
                        row.getString("serial"),
                        row.getString("model"),
                        new PersonId(row.getString("owner")),
                        Written.read(State.class, row.getString("state"))))
                .list()
                .stream()
                .sorted(Comparator.comparing((Asset asset) -> asset.state() != State.TO_RETURN)
                        .thenComparing(Asset::model)
                        .thenComparing(Asset::serial))
                .toList();
    }

    /** The latest announced first. */
    List<Parcel> parcels(PersonId person) {
        return jdbc.sql("select * from parcel where person = :person order by announced desc, request, serial")
                .param("person", person.value())
                .query((row, number) -> new Parcel(
                        row.getString("request"),
                        row.getString("serial"),
                        new PersonId(row.getString("person")),
                        Written.read(Parcel.State.class, row.getString("state")),
                        row.getObject("announced", java.time.LocalDate.class),
                        row.getString("carrier_state")))
                .list();
    }

    List<Locker> lockers(PersonId person) {
        return jdbc.sql("select * from locker where person = :person order by site, compartment")
                .param("person", person.value())
                .query((row, number) -> new Locker(
                        new SiteId(row.getString("site")),
                        row.getString("compartment"),
                        row.getString("item"),
                        new PersonId(row.getString("person")),
                        row.getString("order_reference"),
                        row.getBoolean("code_expired")))
                .list();
    }

    boolean knows(String serial) {
        return jdbc.sql("select count(*) from asset where serial = :serial")
                        .param("serial", serial)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(Asset asset) {
        jdbc.sql("insert into asset (serial, model, owner, state) values (:serial, :model, :owner, :state)")
                .param("serial", asset.serial())
                .param("model", asset.model())
                .param("owner", asset.owner().value())
                .param("state", Written.of(asset.state()))
                .update();
    }

    void add(Parcel parcel) {
        jdbc.sql("""
                insert into parcel (id, request, serial, person, state, announced, carrier_state)
                values (:id, :request, :serial, :person, :state, :announced, :carrier)""")
                .param("id", UUID.randomUUID().toString())
                .param("request", parcel.request())
                .param("serial", parcel.serial())
                .param("person", parcel.person().value())
                .param("state", Written.of(parcel.state()))
                .param("announced", parcel.announced())
                .param("carrier", parcel.carrierState())
                .update();
    }

    void add(Locker locker) {
        jdbc.sql("""
                insert into locker (id, site, compartment, item, person, order_reference, code_expired)
                values (:id, :site, :compartment, :item, :person, :order, :expired)""")
                .param("id", UUID.randomUUID().toString())
                .param("site", locker.site().value())
                .param("compartment", locker.compartment())
                .param("item", locker.item())
                .param("person", locker.person().value())
                .param("order", locker.order())
                .param("expired", locker.codeExpired())
                .update();
    }

    void clear() {
        List.of("asset", "parcel", "locker")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
