package org.mainforte.handover;

import java.time.Instant;
import org.mainforte.kernel.SiteId;

/** Somebody has answered the one question after a conversation with a person; {@code score} is from 1 to 5, 5 is best. */
public record SurveyAnswered(SiteId site, int score, Instant at) {}
