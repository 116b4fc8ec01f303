package org.mainforte.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;

/**
 * An order or a return as it stands, in the words of the contract.
 *
 * @param kind {@code order} or {@code return}
 * @param state {@code recorded}, or where its parcel or the people who collect it have got to
 * @param mode of a return: {@code pick-up} or {@code parcel}
 * @param date the day of a pick-up
 * @param address where an order is to go
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EquipmentRequest(
        String reference,
        String kind,
        String state,
        @Nullable Item item,
        @Nullable String serial,
        @Nullable String mode,
        @Nullable LocalDate date,
        @Nullable String address,
        OffsetDateTime createdAt,
        EquipmentRequest.@Nullable Sent parcel) {

    /** The parcel of a request. {@code carrierState} is in the carrier's words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sent(String state, @Nullable String carrierState) {
        static Sent of(Parcel parcel) {
            return new Sent(Written.of(parcel.state()), parcel.carrierState());
        }
    }

    static EquipmentRequest of(AccessoryOrder order, @Nullable Sent parcel) {
        return new EquipmentRequest(
                order.reference(),
                "order",
                parcel == null ? order.state() : parcel.state(),
                order.item(),
                null,
                null,
                null,
                order.address(),
                order.createdAt().atZone(ActingClock.PARIS).toOffsetDateTime(),
                parcel);
    }

    static EquipmentRequest of(EquipmentReturn back, @Nullable Sent parcel) {
        return new EquipmentRequest(
                back.reference(),
                "return",
                back.state(),
                null,
                back.serial(),
                Written.of(back.mode()),
                back.date(),
                null,
                back.createdAt().atZone(ActingClock.PARIS).toOffsetDateTime(),
                parcel);
    }
}
