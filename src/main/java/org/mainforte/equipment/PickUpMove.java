package org.mainforte.equipment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** Another day for the pick-up of a device. */
@Component
class PickUpMove implements RequestKind<PickUpMoveForm> {
    private static final int DAYS_OFFERED = 5;

    private final OwnReturns own;
    private final Ledger ledger;
    private final SiteVisits visits;

    PickUpMove(OwnReturns own, Ledger ledger, SiteVisits visits) {
        this.own = own;
        this.ledger = ledger;
        this.visits = visits;
    }

    @Override
    public String id() {
        return "return-move";
    }

    @Override
    public String proposalName() {
        return "return";
    }

    @Override
    public Class<PickUpMoveForm> form() {
        return PickUpMoveForm.class;
    }

    @Override
    public Optional<Refusal> refusedFor(Asking asking) {
        return own.refused(asking, OwnReturns.PICKED_UP);
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return field.equals("date") ? days(asking) : own.options(asking, OwnReturns.PICKED_UP);
    }

    private List<Option> days(Asking asking) {
        return visits.pickUpDays(asking.employee().site(), asking.now(), DAYS_OFFERED).stream()
                .map(day -> new Option(day.toString(), Texts.day(asking.language(), day)))
                .toList();
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        return field.equals("reference") ? own.only(asking, OwnReturns.PICKED_UP) : null;
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return field.equals("reference");
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        LocalDate today = asking.now().atZone(ActingClock.PARIS).toLocalDate();
        Map<String, String> said = new LinkedHashMap<>(OwnReturns.named(utterance));
        String date = ReturnWords.of(utterance, today).get("date");
        if (date != null) {
            said.put("date", date);
        }
        return said;
    }

    @Override
    public List<Row> card(PickUpMoveForm form, Asking asking) {
        EquipmentReturn back = own.required(form.reference(), asking.employee().id(), OwnReturns.PICKED_UP);
        String obstacle = visits.obstacle(asking.employee().site(), form.date(), asking.now());
        Language language = asking.language();
        if (obstacle != null) {
            List<Option> days = days(asking);
            String next = days.isEmpty() ? "" : days.getFirst().label();
            throw new Refusal("date", "equipment.date." + obstacle, Texts.day(language, form.date()), next);
        }
        return rows(back, form.date(), language);
    }

    private static List<Row> rows(EquipmentReturn back, LocalDate date, Language language) {
        return List.of(
                new Row(Texts.get(language, "equipment.return-reference.label"), OwnReturns.line(back, language)),
                new Row(Texts.get(language, "equipment.date.new"), Texts.day(language, date)));
    }

    @Override
    public Receipt fulfil(PickUpMoveForm form, Confirmed confirmed) {
        Language language = confirmed.language();
        EquipmentReturn back =
                own.required(form.reference(), confirmed.employee().id(), OwnReturns.PICKED_UP);
        ledger.pickUpOn(back.reference(), form.date());
        String text = Texts.get(
                language, "equipment.return.receipt.moved", back.reference(), Texts.day(language, form.date()));
        return new Receipt("return", back.reference(), null, rows(back, form.date(), language), text);
    }
}
