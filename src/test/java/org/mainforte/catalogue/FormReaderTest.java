package org.mainforte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.SiteId;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;

class FormReaderTest {
    private static final Employee CAMILLE = new Employee(
            new PersonId("camille"), "Camille", Role.EMPLOYEE, new SiteId("strasbourg"), Language.FR, null, null, null);

    record Drink(
            @Ask(value = "ticket.reason", type = FieldType.CHOICE)
            String kind,

            @Ask(value = "ticket.reason", type = FieldType.YES_NO) @Nullable
            Boolean sugar,

            @Ask(value = "ticket.reason", type = FieldType.DATE, required = false) @Nullable
            LocalDate day,

            @Ask(value = "ticket.reason", maxLength = 5) String name) {}

    private static final RequestKind<Drink> KIND = new RequestKind<>() {
        @Override
        public String id() {
            return "drink";
        }

        @Override
        public Class<Drink> form() {
            return Drink.class;
        }

        @Override
        public boolean asks(String field, Asking asking) {
            return !field.equals("sugar") || "coffee".equals(asking.value("kind"));
        }

        @Override
        public List<Option> options(String field, Asking asking) {
            return field.equals("kind") ? List.of(new Option("coffee", "Café"), new Option("water", "Eau")) : List.of();
        }

        @Override
        public List<Row> card(Drink form, Asking asking) {
            return List.of();
        }

        @Override
        public Receipt fulfil(Drink form, Confirmed confirmed) {
            throw new UnsupportedOperationException();
        }
    };

    private final FormReader<Drink> reader = new FormReader<>(KIND);

    private static Asking with(Map<String, String> values) {
        return new Asking(CAMILLE, Language.FR, Instant.EPOCH, values);
    }

    @Test
    void asksOnlyForWhatAppliesAndIsMissing() {
        assertThat(reader.missing(with(Map.of()))).extracting(Field::name).containsExactly("kind", "name");
        assertThat(reader.missing(with(Map.of("kind", "coffee"))))
                .extracting(Field::name)
                .containsExactly("sugar", "name");
    }

    @Test
    void takesAnOptionByValueOrByLabelAndNothingElse() {
        Field kind = reader.fields(with(Map.of())).getFirst();
        assertThat(reader.accept(kind, "coffee")).isEqualTo("coffee");
        assertThat(reader.accept(kind, " CAFE ")).isEqualTo("coffee");
        assertThatThrownBy(() -> reader.accept(kind, "tea")).isInstanceOf(Refusal.class);
    }

    @Test
    void readsTheRecord() {
        Drink drink = reader.read(with(Map.of("kind", "coffee", "sugar", "no", "day", "2026-11-30", "name", "Léa")));
        assertThat(drink).isEqualTo(new Drink("coffee", false, LocalDate.of(2026, 11, 30), "Léa"));
    }

    @Test
    void refusesWhatIsMissingTooLongOrNoDate() {
        assertThatThrownBy(() -> reader.read(with(Map.of("kind", "water")))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reader.read(with(Map.of("kind", "water", "name", "Camille"))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reader.read(with(Map.of("kind", "water", "name", "Léa", "day", "demain"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatDoesNotApplyIsForgotten() {
        assertThat(reader.completed(with(Map.of("kind", "water", "sugar", "yes"))))
                .containsOnlyKeys("kind");
    }
}
