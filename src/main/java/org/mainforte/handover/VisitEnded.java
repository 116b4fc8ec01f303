package org.mainforte.handover;

import java.time.Duration;
import java.time.Instant;
import org.mainforte.kernel.SiteId;

/** A technician has closed a visit. Names neither the technician nor the employee. */
public record VisitEnded(String appointment, SiteId site, VisitOutcome outcome, Duration onSite, Instant at) {}
