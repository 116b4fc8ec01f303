package org.mainforte.equipment;

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
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** Calls off a return that is under way; the device stays with its person and may be returned later. */
@Component
class ReturnCancel implements RequestKind<ReturnCancelForm> {
    private final OwnReturns own;
    private final Ledger ledger;

    ReturnCancel(OwnReturns own, Ledger ledger) {
        this.own = own;
        this.ledger = ledger;
    }

    @Override
    public String id() {
        return "return-cancel";
    }

    @Override
    public String proposalName() {
        return "return";
    }

    @Override
    public Class<ReturnCancelForm> form() {
        return ReturnCancelForm.class;
    }

    @Override
    public Optional<Refusal> refusedFor(Asking asking) {
        return own.refused(asking, OwnReturns.ANY);
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return own.options(asking, OwnReturns.ANY);
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        return own.only(asking, OwnReturns.ANY);
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return true;
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        return OwnReturns.named(utterance);
    }

    @Override
    public List<Row> card(ReturnCancelForm form, Asking asking) {
        return rows(own.required(form.reference(), asking.employee().id(), OwnReturns.ANY), asking.language());
    }

    private static List<Row> rows(EquipmentReturn back, Language language) {
        return List.of(new Row(Texts.get(language, "equipment.return.cancel.label"), OwnReturns.line(back, language)));
    }

    @Override
    public Receipt fulfil(ReturnCancelForm form, Confirmed confirmed) {
        Language language = confirmed.language();
        EquipmentReturn back =
                own.required(form.reference(), confirmed.employee().id(), OwnReturns.ANY);
        ledger.state(back.reference(), EquipmentReturn.CANCELLED);
        String text = Texts.get(language, "equipment.return.receipt.cancelled", back.reference(), back.serial());
        return new Receipt("return", back.reference(), null, rows(back, language), text);
    }
}
