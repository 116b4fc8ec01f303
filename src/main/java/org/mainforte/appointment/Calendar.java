package org.mainforte.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mainforte.kernel.ActingClock;
import org.mainforte.site.Site;

/** What the technicians of a site have in some days, loaded once. */
final class Calendar {
    private record Busy(String technician, Instant quarter) {}

    private record Load(String technician, LocalDate day) {}

    private final Site site;
    private final List<Technician> technicians;
    private final Set<Busy> busy = new HashSet<>();
    private final Set<Instant> takenHere = new HashSet<>();
    private final Map<Load, Long> load;

    Calendar(Site site, List<Technician> technicians, List<SlotClaims.Claim> claims) {
        this.site = site;
        this.technicians = technicians;
        for (SlotClaims.Claim claim : claims) {
            busy.add(new Busy(claim.technician(), claim.quarter()));
            if (claim.site().equals(site.id().value())) {
                takenHere.add(claim.quarter());
            }
        }
        load = claims.stream()
                .collect(Collectors.groupingBy(
                        claim -> new Load(claim.technician(), day(claim.quarter())), Collectors.counting()));
    }

    /**
     * Who is free for the whole of a time, the least booked that day first.
     *
     * @param exact whether the slot was listed one by one: it then exists once, however many technicians there are, and it
     *     exists even where no technician is recorded
     */
    List<Technician> free(Instant start, Instant end, boolean exact) {
        List<Instant> quarters = SlotClaims.quarters(start, end).toList();
        if (exact && quarters.stream().anyMatch(takenHere::contains)) {
            return List.of();
        }
        List<Technician> team = exact && technicians.isEmpty() ? List.of(Technician.team(site)) : technicians;
        List<Technician> free = team.stream()
                .filter(technician ->
                        quarters.stream().noneMatch(quarter -> busy.contains(new Busy(technician.id(), quarter))))
                .toList();
        // A listed slot has one taker at most: everybody must reach for the same technician, so only the first by id
        // counts.
        return exact ? free.stream().limit(1).toList() : byLoad(free, day(start));
    }

    private List<Technician> byLoad(List<Technician> free, LocalDate day) {
        return free.stream()
                .sorted(Comparator.<Technician>comparingLong(
                                technician -> load.getOrDefault(new Load(technician.id(), day), 0L))
                        .thenComparing(Technician::id))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ActingClock.PARIS).toLocalDate();
    }
}
