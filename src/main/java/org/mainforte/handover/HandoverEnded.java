package org.mainforte.handover;

import java.time.Instant;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.SiteId;

/** An agent has closed a conversation. Names no agent: nobody is scored. */
public record HandoverEnded(ConversationId conversation, SiteId site, Outcome outcome, Instant at) {}
