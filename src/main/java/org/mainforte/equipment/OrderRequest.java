package org.mainforte.equipment;

import java.util.ArrayList;
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
import org.mainforte.equipment.AccessoryOrder.Handover;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.site.Site;
import org.springframework.stereotype.Component;

/** An accessory, delivered to the home; a headset first of all, and at once where the site swaps it. */
@Component
class OrderRequest implements RequestKind<OrderForm> {
    /** Said when more than one was asked for; no field of the form. */
    static final String SEVERAL = "several";

    private final Ledger ledger;
    private final SiteVisits visits;

    OrderRequest(Ledger ledger, SiteVisits visits) {
        this.ledger = ledger;
        this.visits = visits;
    }

    @Override
    public String id() {
        return "order";
    }

    @Override
    public Class<OrderForm> form() {
        return OrderForm.class;
    }

    @Override
    public boolean asks(String field, Asking asking) {
        return switch (field) {
            case "handover" -> swap(asking).isPresent();
            case "address" -> asking.value("item") != null && delivered(asking);
            default -> true;
        };
    }

    private boolean delivered(Asking asking) {
        return swap(asking).isEmpty() || Written.of(Handover.DELIVERY).equals(asking.value("handover"));
    }

    /** When a technician swaps it on site; empty when it is not a headset or nobody does. */
    private Optional<String> swap(Asking asking) {
        return headset(asking)
                ? visits.headsetSwap(asking.employee().site(), asking.language(), asking.now())
                : Optional.empty();
    }

    private static boolean headset(Asking asking) {
        return Item.HEADSET.written().equals(asking.value("item"));
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        if (!field.equals("handover")) {
            return List.of();
        }
        Language language = asking.language();
        return List.of(
                new Option(
                        Written.of(Handover.ON_SITE),
                        Texts.get(
                                language,
                                "equipment.handover.on-site",
                                swap(asking).orElse(""))),
                new Option(Written.of(Handover.DELIVERY), Texts.get(language, "equipment.handover.delivery")));
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        return field.equals("address") ? asking.employee().address() : null;
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        return OrderWords.of(utterance);
    }

    @Override
    public Optional<String> advice(Asking asking) {
        Language language = asking.language();
        String one = asking.value(SEVERAL) == null ? "" : Texts.get(language, "equipment.order.one-at-a-time");
        if (!headset(asking)) {
            return Optional.of(one).filter(said -> !said.isEmpty());
        }
        var site = visits.site(asking.employee().site());
        String booths = site.filter(here -> !here.quietBooths(language).isEmpty())
                .map(here -> booths(here, language))
                .orElse("");
        return Optional.of((one.isEmpty() ? "" : one + "\n\n") + Texts.get(language, "equipment.headset.priority")
                + "\n" + booths + "\n- " + Texts.get(language, "equipment.headset.phone"));
    }

    private static String booths(Site site, Language language) {
        return "\n- "
                + Texts.get(
                        language,
                        "equipment.headset.booths",
                        site.name(language),
                        String.join(", ", site.quietBooths(language)));
    }

    @Override
    public List<Row> card(OrderForm form, Asking asking) {
        if (form.address() != null) {
            HomeAddress.required(form.address(), asking.employee());
        }
        return rows(form, asking.language(), swap(asking).orElse(""));
    }

    private static List<Row> rows(OrderForm form, Language language, String swap) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(language, "item", form.item().label(language)));
        if (form.item().blocksWork()) {
            rows.add(row(language, "priority", Texts.get(language, "equipment.priority")));
        }
        if (form.handover() == Handover.ON_SITE) {
            rows.add(row(language, "handover", Texts.get(language, "equipment.handover.on-site", swap)));
        }
        if (form.address() != null) {
            rows.add(row(language, "address", HomeAddress.of(form.address())));
        }
        if (form.reason() != null) {
            rows.add(row(language, "reason", Texts.get(language, "equipment.reason." + Written.of(form.reason()))));
        }
        return rows;
    }

    private static Row row(Language language, String field, String value) {
        return new Row(Texts.get(language, "equipment." + field + ".label"), value);
    }

    @Override
    public Receipt fulfil(OrderForm form, Confirmed confirmed) {
        AccessoryOrder order = ledger.orderOf(confirmed.request()).orElseGet(() -> recorded(form, confirmed));
        Language language = confirmed.language();
        String swap = visits.headsetSwap(order.site(), language, confirmed.at()).orElse("");
        List<Row> details = new ArrayList<>();
        details.add(row(language, "order-reference", order.reference()));
        details.addAll(rows(form, language, swap));
        return new Receipt("order", order.reference(), null, details, text(order, language, swap));
    }

    private AccessoryOrder recorded(OrderForm form, Confirmed confirmed) {
        var order = new AccessoryOrder(
                ledger.nextOrder(),
                confirmed.employee().id(),
                confirmed.employee().site(),
                form.item(),
                form.handover() == Handover.ON_SITE ? Handover.ON_SITE : Handover.DELIVERY,
                form.address() == null ? null : HomeAddress.of(form.address()),
                form.reason(),
                form.item().blocksWork(),
                AccessoryOrder.RECORDED,
                confirmed.at());
        ledger.add(order, confirmed.request());
        return order;
    }

    private static String text(AccessoryOrder order, Language language, String swap) {
        if (order.handover() == Handover.ON_SITE) {
            return Texts.get(
                    language,
                    swap.isEmpty() ? "equipment.order.receipt.nobody" : "equipment.order.receipt.on-site",
                    order.reference(),
                    swap);
        }
        String priority = order.priority() ? " " + Texts.get(language, "equipment.order.receipt.priority") : "";
        return Texts.get(language, "equipment.order.receipt", order.reference()) + priority + " "
                + Texts.get(language, "equipment.order.receipt.no-date");
    }
}
