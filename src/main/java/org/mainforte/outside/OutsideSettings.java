package org.mainforte.outside;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient Mainforte is with systems outside.
 *
 * @param connectTimeout the longest wait for a connection
 * @param readTimeout the longest wait for a whole answer
 * @param settle how long a system may still be at work on what it was told before we gave up waiting: until then it is not told
 *     again, because a search would not find yet what it is about to create
 * @param lanes how many errands are on their way to one system at a time
 * @param longestWait the longest pause between two attempts
 * @param probeEvery how often a system that fails is tried
 * @param refusals after how many refusals an errand needs attention
 */
@ConfigurationProperties("mainforte.outside")
public record OutsideSettings(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("30s") Duration settle,
        @DefaultValue("4") int lanes,
        @DefaultValue("30s") Duration longestWait,
        @DefaultValue("10s") Duration probeEvery,
        @DefaultValue("3") int refusals) {

    /** What holds when nothing is set. */
    public static OutsideSettings patient() {
        return new OutsideSettings(
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                4,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                3);
    }

    /** The same with less patience. */
    public OutsideSettings atMost(Duration wait) {
        return new OutsideSettings(
                shorter(connectTimeout, wait),
                shorter(readTimeout, wait),
                settle,
                lanes,
                longestWait,
                probeEvery,
                refusals);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
