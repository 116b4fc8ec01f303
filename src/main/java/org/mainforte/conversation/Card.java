package org.mainforte.conversation;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.FieldType;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Row;

/** The structured parts a message may carry, as the contract names them. */
public final class Card {
    private Card() {}

    /** Fields to fill in; sent back under the form's id. */
    public record Form(String id, List<Field> fields) {}

    /** @param value what is suggested */
    public record Field(
            String name,
            String label,
            FieldType type,
            List<Option> options,
            boolean required,
            @Nullable String value,
            @Nullable String error) {}

    /** One step of a guide. {@code number} counts from 1, {@code minutes} is how long it usually takes. */
    public record Step(String guide, int number, int of, String title, int minutes) {}

    /** @param request {@code ticket}, {@code order}, {@code return}, {@code appointment} or {@code callback} */
    public record Proposal(String request, List<Row> summary, OffsetDateTime expires) {}

    public record Receipt(
            String kind, String reference, @Nullable String url, List<Row> details) {}
}
