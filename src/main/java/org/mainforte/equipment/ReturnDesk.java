package org.mainforte.equipment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.Row;
import org.mainforte.equipment.EquipmentReturn.Mode;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** Records returns: one device is never on its way back twice. */
@Component
class ReturnDesk {
    private final Inventory inventory;
    private final Ledger ledger;

    ReturnDesk(Inventory inventory, Ledger ledger) {
        this.inventory = inventory;
        this.ledger = ledger;
    }

    /** The devices somebody has whose return is not under way, those to return first. */
    List<Asset> returnable(Employee employee) {
        List<EquipmentReturn> under = under(employee);
        return inventory.with(employee.id()).stream()
                .filter(asset -> under.stream().noneMatch(back -> asset.has(back.serial())))
                .toList();
    }

    /** The latest return that is not over. */
    Optional<EquipmentReturn> underWay(Employee employee) {
        return under(employee).stream().findFirst();
    }

    private List<EquipmentReturn> under(Employee employee) {
        return ledger.returns(employee.id()).stream()
                .filter(EquipmentReturn::under)
                .toList();
    }

    /** @throws Refusal naming the return of this device that is under way already */
    void refuseTwice(String serial, Employee employee, @Nullable String field) {
        under(employee).stream()
                .filter(back -> Serial.same(back.serial(), serial))
                .findFirst()
                .ifPresent(back -> {
                    throw new Refusal(field, "equipment.return.under-way", back.reference(), back.serial());
                });
    }

    Receipt take(ReturnForm form, Confirmed confirmed) {
        EquipmentReturn back = ledger.returnOf(confirmed.request()).orElseGet(() -> recorded(form, confirmed));
        Language language = confirmed.language();
        List<Row> details = new ArrayList<>();
        details.add(row(language, "return-reference", back.reference()));
        details.addAll(rows(back.serial(), back.mode(), back.date(), confirmed.employee(), language));
        return new Receipt("return", back.reference(), null, details, text(back, language));
    }

    private EquipmentReturn recorded(ReturnForm form, Confirmed confirmed) {
        refuseTwice(form.device(), confirmed.employee(), null);
        var back = new EquipmentReturn(
                ledger.nextReturn(),
                confirmed.employee().id(),
                form.device(),
                form.mode() == Mode.PARCEL ? Mode.PARCEL : Mode.PICK_UP,
                form.date(),
                EquipmentReturn.RECORDED,
                confirmed.at());
        ledger.add(back, confirmed.request());
        return back;
    }

    private static String text(EquipmentReturn back, Language language) {
        LocalDate date = back.date();
        return date == null
                ? Texts.get(language, "equipment.return.receipt.parcel", back.reference(), back.serial())
                : Texts.get(
                        language,
                        "equipment.return.receipt.pick-up",
                        back.reference(),
                        back.serial(),
                        Texts.day(language, date));
    }

    /** What is returned and how, for the card and for the receipt. */
    List<Row> rows(String serial, @Nullable Mode mode, @Nullable LocalDate date, Employee employee, Language language) {
        List<Row> rows = new ArrayList<>();
        inventory.with(employee.id()).stream()
                .filter(asset -> asset.has(serial))
                .findFirst()
                .ifPresent(asset -> rows.add(row(language, "model", asset.model())));
        rows.add(row(language, "serial", serial));
        if (mode != null) {
            rows.add(row(language, "mode", Texts.get(language, "equipment.mode." + Written.of(mode))));
        }
        if (date != null) {
            rows.add(row(language, "date", Texts.day(language, date)));
        }
        rows.add(row(language, "saved", Texts.get(language, "form.yes")));
        return rows;
    }

    private static Row row(Language language, String field, String value) {
        return new Row(Texts.get(language, "equipment." + field + ".label"), value);
    }
}
