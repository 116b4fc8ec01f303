package org.mainforte.channel.teams;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.channel.teams.wire.BearerCheck;
import org.mainforte.channel.teams.wire.Endpoints;
import org.mainforte.channel.teams.wire.Refused;
import org.mainforte.channel.teams.wire.TeamsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who is let in: the connector with its token, or in the demo a client on this very machine. Checked before anything is read. */
@Component
class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final TeamsSettings settings;
    private final Endpoints endpoints;
    private final BearerCheck check;
    private final AtomicBoolean told = new AtomicBoolean();

    Door(TeamsSettings settings, Endpoints endpoints, BearerCheck check) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.check = check;
    }

    /** Somebody who may come in; {@code caller} is null for the local client of the demo. */
    record Visitor(BearerCheck.@Nullable Caller caller) {}

    /** @throws Refused when they may not */
    Visitor knock(@Nullable String authorization, @Nullable InetAddress from) {
        if (endpoints.tokenless() && authorization == null && from != null && from.isLoopbackAddress()) {
            return new Visitor(null);
        }
        if (!settings.connected()) {
            if (told.compareAndSet(false, true)) {
                LOG.warn("Somebody called /api/messages, but Teams is not connected: set mainforte.teams.app-id,"
                        + " or mainforte.teams.demo=true to try the local Teams client");
            }
            throw new Refused(401, "Teams is not connected");
        }
        return new Visitor(check.caller(authorization));
    }

    /** @throws Refused when the visitor may not bring this activity */
    void admit(Visitor visitor, Activity activity) {
        if (visitor.caller() != null) {
            check.admit(visitor.caller(), activity);
        }
        String serviceUrl = activity.text("serviceUrl");
        if (serviceUrl == null || serviceUrl.length() > 1000 || !endpoints.service(serviceUrl)) {
            throw new Refused(403, "a serviceUrl that is not among mainforte.teams.service-urls");
        }
    }
}
