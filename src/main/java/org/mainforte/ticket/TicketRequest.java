package org.mainforte.ticket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Belongings;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.catalogue.Row;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;
import org.mainforte.site.SitePlanning;
import org.mainforte.site.Sites;
import org.springframework.stereotype.Component;

/** A ticket: what is wrong, with which device, and whether the person can work. */
@Component
class TicketRequest implements RequestKind<TicketForm> {
    private static final String NONE_OF_THEM = "other";

    private final TicketDesk desk;
    private final Belongings belongings;
    private final Sites sites;
    private final SitePlanning planning;
    private final TicketReceipts receipts;

    TicketRequest(TicketDesk desk, Belongings belongings, Sites sites, SitePlanning planning, TicketReceipts receipts) {
        this.desk = desk;
        this.belongings = belongings;
        this.sites = sites;
        this.planning = planning;
        this.receipts = receipts;
    }

    @Override
    public String id() {
        return "ticket";
    }

    @Override
    public Class<TicketForm> form() {
        return TicketForm.class;
    }

    @Override
    public boolean asks(String field, Asking asking) {
        return switch (field) {
            case "equipment" -> asking.value(field) != null || asksWhichDevice(asking);
            case "room" ->
                (asking.value(field) != null || isMeetingRoom(asking))
                        && !rooms(asking).isEmpty();
            case "context" -> asking.value(field) != null;
            default -> true;
        };
    }

    private static boolean isMeetingRoom(Asking asking) {
        return TicketCategory.MEETING_ROOM.written().equals(asking.value("category"));
    }

    private boolean asksWhichDevice(Asking asking) {
        return TicketCategory.HARDWARE.written().equals(asking.value("category"))
                && !belongings.of(asking.employee(), asking.language()).isEmpty();
    }

    @Override
    public List<Option> options(String field, Asking asking) {
        return switch (field) {
            case "category" -> categories(asking.language());
            case "equipment" -> devices(asking);
            case "room" -> roomOptions(asking);
            default -> List.of();
        };
    }

    /** A call-back is asked for in its own way. */
    private static List<Option> categories(Language language) {
        return Arrays.stream(TicketCategory.values())
                .filter(category -> category != TicketCategory.CALLBACK)
                .map(category -> new Option(category.written(), category.label(language)))
                .toList();
    }

    private List<Option> devices(Asking asking) {
        List<Option> devices = new ArrayList<>(belongings.of(asking.employee(), asking.language()));
        devices.add(new Option(NONE_OF_THEM, Texts.get(asking.language(), "ticket.equipment.other")));
        return devices;
    }

    private List<Option> roomOptions(Asking asking) {
        List<Option> options = new ArrayList<>();
        rooms(asking).forEach(room -> options.add(new Option(room, room)));
        options.add(new Option(NONE_OF_THEM, Texts.get(asking.language(), "ticket.room.other")));
        return options;
    }

    @Override
    public @Nullable String suggestion(String field, Asking asking) {
        String description = asking.value("description");
        if (!field.equals("category") || description == null) {
            return null;
        }
        return CategoryWords.of(description).map(TicketCategory::written).orElse(null);
    }

    @Override
    public boolean assumes(String field, Asking asking) {
        return field.equals("category");
    }

    @Override
    public Map<String, String> understand(String utterance, Asking asking) {
        Map<String, String> said = new LinkedHashMap<>();
        if (asking.value("description") == null) {
            described(utterance, asking, said);
        }
        Saying.urgency(utterance).ifPresent(urgency -> said.put("urgency", urgency.written()));
        String folded = Words.fold(utterance);
        belongings.of(asking.employee(), asking.language()).stream()
                .filter(device -> names(folded, device.value()))
                .findFirst()
                .ifPresent(device -> said.put("equipment", device.value()));
        rooms(asking).stream()
                .filter(room -> isMeetingRoom(asking) || folded.contains("salle") || folded.contains("room"))
                .filter(room -> names(folded, room))
                .findFirst()
                .ifPresent(room -> said.put("room", room));
        return said;
    }

    /** “Open a ticket for room Orangerie” says which subject and which room, but not yet what is wrong there. */
    private void described(String utterance, Asking asking, Map<String, String> said) {
        String folded = Words.fold(utterance);
        String rest = folded;
        for (String room : rooms(asking)) {
            rest = rest.replace(Words.fold(room), " ");
        }
        boolean aboutRoom = !rest.equals(folded)
                || CategoryWords.of(utterance)
                        .filter(category -> category == TicketCategory.MEETING_ROOM)
                        .isPresent();
        if (utterance.length() <= 2000 && Saying.describes(rest)) {
            said.put("description", utterance.strip());
        } else if (aboutRoom && asking.value("category") == null) {
            said.put("category", TicketCategory.MEETING_ROOM.written());
        }
    }

    private static boolean names(String folded, String name) {
        return (" " + folded.replaceAll("[^a-z0-9]+", " ") + " ")
                .contains(" " + Words.fold(name).replaceAll("[^a-z0-9]+", " ").strip() + " ");
    }

    private List<String> rooms(Asking asking) {
        return sites.find(asking.employee().site()).map(planning::rooms).orElse(List.of());
    }

    @Override
    public List<Row> card(TicketForm form, Asking asking) {
        if (Saying.onlyAsks(form.description())) {
            throw new Refusal("description", "ticket.description.missing");
        }
        Language language = asking.language();
        List<Row> rows = new ArrayList<>();
        rows.add(row(language, "description", form.description()));
        rows.add(row(language, "category", form.category().label(language)));
        if (device(form) != null) {
            rows.add(row(language, "equipment", label(form.equipment(), asking)));
        }
        String room = room(form);
        if (room != null) {
            rows.add(row(language, "room", room));
        }
        rows.add(row(language, "urgency", form.urgency().label(language)));
        if (form.context() != null) {
            rows.add(row(language, "context", form.context()));
        }
        rows.add(row(language, "enclosed", Texts.get(language, "ticket.enclosed")));
        return rows;
    }

    private static Row row(Language language, String field, String value) {
        return new Row(Texts.get(language, "ticket." + field + ".label"), value);
    }

    private static @Nullable String device(TicketForm form) {
        return NONE_OF_THEM.equals(form.equipment()) ? null : form.equipment();
    }

    private static @Nullable String room(TicketForm form) {
        return NONE_OF_THEM.equals(form.room()) ? null : form.room();
    }

    private String label(@Nullable String serial, Asking asking) {
        return devices(asking).stream()
                .filter(option -> option.value().equals(serial))
                .map(Option::label)
                .findFirst()
                .orElse(String.valueOf(serial));
    }

    @Override
    public Receipt fulfil(TicketForm form, Confirmed confirmed) {
        Ticket ticket = desk.open(
                new TicketDesk.Opening(
                        Saying.title(form.description()),
                        form.category(),
                        form.urgency(),
                        device(form),
                        room(form),
                        form.description(),
                        form.context(),
                        null),
                confirmed);
        return receipts.opened(ticket, confirmed);
    }
}
