package org.mainforte.equipment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.catalogue.Start;
import org.mainforte.equipment.EquipmentReturn.Mode;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** A device given back, with a receipt that carries its serial number; never before the files on it are safe. */
@Component
class ReturnRequest implements RequestKind<ReturnForm> {
    private static final String ANOTHER = "other";
    private static final int DAYS_OFFERED = 5;

    private final ReturnDesk desk;
    private final SiteVisits visits;

    ReturnRequest(ReturnDesk desk, SiteVisits visits) {
        this.desk = desk;
        this.visits = visits;
    }

    @Override
    public String id() {
        return "return";
    }

    @Override
    public Class<ReturnForm> form() {
        return ReturnForm.class;
    }

    @Override
    public Optional<Refusal> refusedFor(Asking asking) {
        return unsaved(asking) ? Optional.of(notSaved()) : Optional.empty();
    }

    private static boolean unsaved(Asking asking) {
        return "no".equals(asking.value("saved"));
    }

    private static Refusal notSaved() {
        return new Refusal(null, "equipment.return.not-saved");
    }

    @Override
    public List<Offer> alternatives(Asking asking) {
        if (!unsaved(asking)) {
            return List.of();
        }
        Language language = asking.language();
        String reason = Texts.get(language, "equipment.return.recovery-reason");
        return List.of(
                new Offer(
                        Texts.get(language, "equipment.return.backup-guide"),
                        new Start("guide", "onedrive-backup", Map.of())),
                new Offer(
                        Texts.get(language, "equipment.return.recovery"),
                        Start.request("appointment", Map.of("reason", reason))));
    }

    @Override
    public boolean asks(String field, Asking asking) {
        boolean saved = !unsaved(asking);
        return switch (field) {
            case "serial" -> saved && !desk.returnable(asking.employee()).isEmpty();
            case "serialTyped" -> saved && typed(asking);
            case "mode" -> saved;
            case "date" -> saved && Written.of(Mode.PICK_UP).equals(asking.value("mode"));
            default -> true;
        };
    }

    private boolean typed(Asking asking) {
        return ANOTHER.equals(asking.value("serial"))
                || desk.returnable(asking.employee()).isEmpty();
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return switch (field) {
            case "serial" -> devices(asking);
            case "date" -> days(asking);
            default -> List.of();
        };
    }

    private List<Option> devices(Asking asking) {
        List<Option> devices = new ArrayList<>();
        for (Asset asset : desk.returnable(asking.employee())) {
            devices.add(new Option(asset.serial(), asset.name()));
        }
        devices.add(new Option(ANOTHER, Texts.get(asking.language(), "equipment.serial.other")));
        return devices;
    }

    private List<Option> days(Asking asking) {
        return visits.pickUpDays(asking.employee().site(), asking.now(), DAYS_OFFERED).stream()
                .map(day -> new Option(day.toString(), Texts.day(asking.language(), day)))
                .toList();
    }

    /** The only device that waits to be returned; with several, or none, the person says which. */
    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        if (!field.equals("serial")) {
            return null;
        }
        List<Asset> waiting = desk.returnable(asking.employee()).stream()
                .filter(asset -> asset.state() == Asset.State.TO_RETURN)
                .toList();
        return waiting.size() == 1 ? waiting.getFirst().serial() : null;
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return field.equals("serial");
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        LocalDate today = asking.now().atZone(ActingClock.PARIS).toLocalDate();
        Map<String, String> said = new LinkedHashMap<>(ReturnWords.of(utterance, today));
        String plain = Serial.plain(utterance);
        desk.returnable(asking.employee()).stream()
                .filter(asset -> plain.contains(Serial.plain(asset.serial())))
                .findFirst()
                .ifPresent(asset -> said.put("serial", asset.serial()));
        return said;
    }

    @Override
    public Optional<String> advice(Asking asking) {
        return desk.underWay(asking.employee())
                .map(back ->
                        Texts.get(asking.language(), "equipment.return.under-way", back.reference(), back.serial()));
    }

    @Override
    public List<Row> card(ReturnForm form, Asking asking) {
        if (!form.saved()) {
            throw notSaved();
        }
        check(form, asking);
        return desk.rows(form.device(), form.mode(), form.date(), asking.employee(), asking.language());
    }

    private void check(ReturnForm form, Asking asking) {
        String field = form.serialTyped() == null ? "serial" : "serialTyped";
        if (form.serialTyped() != null && !Serial.fits(form.device())) {
            throw new Refusal(field, "equipment.serial.unfit", form.serialTyped());
        }
        desk.refuseTwice(form.device(), asking.employee(), field);
        LocalDate date = form.date();
        if (date == null) {
            return;
        }
        String obstacle = visits.obstacle(asking.employee().site(), date, asking.now());
        if (obstacle != null) {
            List<Option> days = days(asking);
            String next = days.isEmpty() ? "" : days.getFirst().label();
            throw new Refusal("date", "equipment.date." + obstacle, Texts.day(asking.language(), date), next);
        }
    }

    @Override
    public Receipt fulfil(ReturnForm form, Confirmed confirmed) {
        if (!form.saved()) {
            throw notSaved();
        }
        return desk.take(form, confirmed);
    }
}
