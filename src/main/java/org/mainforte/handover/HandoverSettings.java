package org.mainforte.handover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk works.
 *
 * @param lease how long an agent counts as there after the last sign of life of their page
 * @param offerTimeout how long one agent's page rings before the next one's does
 * @param offers how often it rings, in all, before the person is offered a call instead
 * @param nobodyThere how long somebody waits on when no agent at all is there any more
 * @param longestWait how long anybody waits for an agent at the most, when all of them are busy
 * @param handlingTime how long an agent is usually busy with one person; only for telling the waiting time
 * @param atOnce to how many conversations one agent is offered at the same time
 */
@ConfigurationProperties("mainforte.desk")
public record HandoverSettings(
        @DefaultValue("45s") Duration lease,
        @DefaultValue("45s") Duration offerTimeout,
        @DefaultValue("4") int offers,
        @DefaultValue("90s") Duration nobodyThere,
        @DefaultValue("20m") Duration longestWait,
        @DefaultValue("8m") Duration handlingTime,
        @DefaultValue("3") int atOnce) {}
