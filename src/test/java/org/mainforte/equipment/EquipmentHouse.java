package org.mainforte.equipment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.mainforte.site.Databases;
import org.mainforte.site.SiteFiles;
import org.mainforte.site.SitePlanning;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room with its database, without the rest of the house. Monday 23 November 2026, 10:00 in Paris. */
final class EquipmentHouse {
    static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");
    static final Employee CLAIRE = employee("claire", "strasbourg", Language.FR, "1 rue du Dôme, 67000 Strasbourg");
    static final Employee EMMA = employee("emma", "nancy", Language.EN, null);

    final JdbcClient jdbc = JdbcClient.create(Databases.fresh());
    final Inventory inventory = new Inventory(jdbc);
    final Ledger ledger = new Ledger(jdbc);
    final SitePlanning planning = new SitePlanning(jdbc);
    final SiteVisits visits = new SiteVisits(SiteFiles.sites(), planning);
    final ParcelWords parcelWords = new ParcelWords(visits);
    final OrderRequest order = new OrderRequest(ledger, visits);
    final ReturnRequest giveBack = new ReturnRequest(new ReturnDesk(inventory, ledger), visits);
    final MyRequests myRequests = new MyRequests(ledger, inventory, visits, parcelWords);
    final MyEquipment myEquipment =
            new MyEquipment(inventory, parcelWords, new RecordCheck(inventory, ledger, parcelWords));
    final EquipmentRequests requests = new EquipmentRequests(ledger, inventory);
    final EquipmentDemo demo =
            new EquipmentDemo(inventory, ledger, SiteFiles.sites(), Clock.fixed(MONDAY_TEN, ActingClock.PARIS));

    void asset(String serial, String model, Employee owner, String state) {
        demo.take(Map.of(
                "equipment",
                List.of(Map.of(
                        "serial", serial, "model", model, "owner", owner.id().value(), "state", state))));
    }

    void parcel(String request, String serial, Employee person, String state, String announced) {
        demo.take(Map.of(
                "parcels",
                List.of(Map.of(
                        "request", request,
                        "serial", serial,
                        "person", person.id().value(),
                        "state", state,
                        "announced", announced))));
    }

    static Asking asking(Employee employee, Map<String, String> values) {
        return new Asking(employee, employee.language(), MONDAY_TEN, values);
    }

    static Confirmed confirmed(String request, Employee employee, Instant at) {
        return new Confirmed(request, employee, employee.language(), null, at);
    }

    static <F extends Record> List<String> missing(RequestKind<F> kind, Employee employee, Map<String, String> values) {
        return new FormReader<>(kind)
                .missing(asking(employee, values)).stream().map(Field::name).toList();
    }

    static <F extends Record> List<Row> card(RequestKind<F> kind, Map<String, String> values, Asking asking) {
        return kind.card(new FormReader<>(kind).read(asking.with(values)), asking.with(values));
    }

    static <F extends Record> Receipt done(RequestKind<F> kind, Map<String, String> values, Confirmed confirmed) {
        Asking asking = new Asking(confirmed.employee(), confirmed.language(), confirmed.at(), values);
        return kind.fulfil(new FormReader<>(kind).reread(asking), confirmed);
    }

    static Lookup.Answer answer(Lookup lookup, Employee employee, Map<String, String> values) {
        return lookup.answer(employee, employee.language(), MONDAY_TEN, values);
    }

    private static Employee employee(String id, String site, Language language, @Nullable String address) {
        return new Employee(new PersonId(id), id, Role.EMPLOYEE, new SiteId(site), language, address, null, null);
    }
}
