package org.mainforte.channel.teams.wire;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.mainforte.people.Demo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where we call, checked at start: outside the demo every address is HTTPS, and the demo without tokens only listens on loopback.
 * A wrong setting stops the start rather than opening a door.
 */
@Component
public class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final boolean tokenless;
    private final HostList services;
    private final HostList files;

    Endpoints(TeamsSettings settings, Environment environment, @Value("${server.address:}") String address) {
        boolean demo = Demo.isOn(environment);
        this.tokenless = settings.demo();
        if (tokenless
                && !(demo && HostList.isLoopback(URI.create("http://" + (address.isBlank() ? "any" : address))))) {
            throw new IllegalStateException(
                    "mainforte.teams.demo lets callers in without a token, so it needs the demo and"
                            + " server.address=127.0.0.1");
        }
        this.services = new HostList(settings.serviceUrls(), tokenless);
        this.files = new HostList(settings.fileHosts(), tokenless);
        List.of(settings.metadataUrl(), settings.tokenUrl()).forEach(url -> requireHttps(url, demo));
        Stream.concat(settings.serviceUrls().stream(), settings.fileHosts().stream())
                .filter(url -> url.contains("://"))
                .forEach(url -> requireHttps(url, demo));
        settings.callers().forEach(caller -> {
            requireHttps(caller.metadataUrl(), demo);
            if (caller.apps().isEmpty()) {
                throw new IllegalStateException(
                        "mainforte.teams.callers needs the apps that may call with tokens of " + caller.issuer());
            }
        });
        if (!settings.issuer().startsWith("https://")) {
            throw new IllegalStateException(
                    "mainforte.teams.issuer must be an https address, not " + settings.issuer());
        }
        if (settings.connected() && !settings.restrictsTenants()) {
            LOG.warn("mainforte.teams.tenant-id is not set: people of every tenant that installs the app may write");
        }
    }

    private static void requireHttps(String url, boolean demo) {
        if (!url.startsWith("https://") && !(demo && HostList.isLoopback(URI.create(url.replaceAll("[{}*]", "x"))))) {
            throw new IllegalStateException("Teams is only called over https, not " + url);
        }
    }

    /** Whether callers from this machine may come without a token. */
    public boolean tokenless() {
        return tokenless;
    }

    /** Whether our token may go there. */
    public boolean service(String url) {
        return services.allows(url);
    }

    /** Whether files may be fetched from there, without a token. */
    public boolean file(String url) {
        return files.allows(url);
    }

    /** An address announced by the metadata: HTTPS, or as local as the metadata itself. */
    static boolean announced(String metadataUrl, String url) {
        return url.startsWith("https://")
                || HostList.isLoopback(URI.create(metadataUrl)) && HostList.isLoopback(URI.create(url));
    }
}
