package org.mainforte.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mainforte.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ticket system calls: something has changed, look now. A hint carries nothing that is believed; what has changed is read
 * as always ({@link TicketFeed}), and without any hint it is read a little later.
 *
 * <p>A hint is signed: {@code t=<seconds since 1970>,v1=<hex of HMAC-SHA256(secret, t + "." + body)>}. It is taken once, within
 * five minutes.
 */
@Component
public class Hints implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);
    private static final Duration LATEST = Duration.ofMinutes(5);
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    /** The call may come before the change is committed there: it is looked for a few times, further and further apart. */
    private static final int LOOKS = 6;

    private final HintSettings settings;
    private final JdbcClient jdbc;
    private final TicketFeed feed;
    private final MeterRegistry meters;
    private final AtomicInteger looksLeft = new AtomicInteger();
    private final ScheduledExecutorService soon = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("ticket-hint").factory());

    Hints(HintSettings settings, JdbcClient jdbc, TicketFeed feed, MeterRegistry meters) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.feed = feed;
        this.meters = meters;
    }

    /** @throws Problem 404 when no hints are taken here, 401 {@code hint-refused} when this one is not */
    public void take(String signature, String body) {
        if (settings.hintSecret().isEmpty()) {
            throw Problem.notFound();
        }
        Matcher parts = SIGNATURE.matcher(signature);
        if (!parts.matches() || !signed(parts.group(1) + "." + body, parts.group(2))) {
            throw refused("unsigned");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        Instant now = databaseTime();
        if (Duration.between(sent, now).abs().compareTo(LATEST) > 0) {
            throw refused("late");
        }
        if (!first(parts.group(2), now)) {
            throw refused("repeated");
        }
        count("taken");
        if (looksLeft.getAndSet(LOOKS) == 0) {
            soon.execute(this::look);
        }
    }

    private void look() {
        boolean enough = true;
        try {
            enough = feed.look();
        } catch (RuntimeException failure) {
            LOG.warn("After a hint nothing could be read; it is read as always", failure);
        }
        boolean over = enough;
        int left = looksLeft.updateAndGet(looks -> over ? 0 : looks - 1);
        if (left > 0) {
            soon.schedule(this::look, 100L << (LOOKS - left), TimeUnit.MILLISECONDS);
        }
    }

    private boolean signed(String text, String claimed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.hintSecret().getBytes(UTF_8), "HmacSHA256"));
            byte[] right = mac.doFinal(text.getBytes(UTF_8));
            return MessageDigest.isEqual(right, HexFormat.of().parseHex(claimed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }

    private Instant databaseTime() {
        return jdbc.sql("select current_timestamp as now")
                .query((row, number) ->
                        row.getObject("now", OffsetDateTime.class).toInstant())
                .single();
    }

    /** Told by the database, which all instances share. */
    private boolean first(String signature, Instant now) {
        jdbc.sql("delete from ticket_hint where at < :old")
                .param("old", now.minus(LATEST.multipliedBy(3)).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("insert into ticket_hint (signature) values (:signature) on conflict do nothing")
                        .param("signature", signature)
                        .update()
                == 1;
    }

    private Problem refused(String why) {
        count(why);
        return new Problem(401, "hint-refused");
    }

    private void count(String outcome) {
        meters.counter("mainforte.ticket.hints", "outcome", outcome).increment();
    }

    @Override
    public void destroy() {
        soon.shutdownNow();
    }
}
