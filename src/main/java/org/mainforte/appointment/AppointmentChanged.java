package org.mainforte.appointment;

/**
 * An appointment was booked, moved, cancelled or done: its state says which.
 *
 * @param inTime whether it was, when it was booked or moved, no later than the next business day
 */
public record AppointmentChanged(Appointment appointment, boolean inTime) {}
