package org.mainforte.channel.teams.wire;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An allow-list of places to call. An entry is a URL ({@code https://smba.trafficmanager.net/}), of which scheme, host, port and
 * the beginning of the path must agree, or a host ({@code example.com}, {@code *.sharepoint.com}), for which only HTTPS on its own
 * port will do. Loopback addresses of the demo may be plain HTTP on any port.
 */
public final class HostList {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final List<String> entries;
    private final boolean loopback;

    public HostList(List<String> entries, boolean loopback) {
        this.entries = entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        this.loopback = loopback;
    }

    public boolean allows(String url) {
        URI called;
        try {
            called = new URI(url);
        } catch (java.net.URISyntaxException malformed) {
            return false;
        }
        if (called.getHost() == null || called.getScheme() == null || called.getRawUserInfo() != null) {
            return false;
        }
        if (loopback && isLoopback(called)) {
            return scheme(called).equals("http") || scheme(called).equals("https");
        }
        return entries.stream().anyMatch(entry -> matches(entry, called));
    }

    public static boolean isLoopback(URI url) {
        return url.getHost() != null && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean matches(String entry, URI called) {
        if (!entry.contains("://")) {
            return scheme(called).equals("https") && port(called) == 443 && sameHost(entry, host(called));
        }
        String scheme = entry.substring(0, entry.indexOf("://"));
        String rest = entry.substring(entry.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash).replaceAll("/+$", "") + "/";
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, colon) : authority;
        String port = hasPort ? authority.substring(colon + 1) : scheme.equalsIgnoreCase("https") ? "443" : "80";
        return scheme.equalsIgnoreCase(called.getScheme())
                && sameHost(host, host(called))
                && port.equals(String.valueOf(port(called)))
                && inside(path, called);
    }

    /** A path that climbs ({@code ..}, also encoded) could leave the allowed beginning. */
    private static boolean inside(String path, URI called) {
        String whole = called.getPath() == null ? "/" : called.getPath();
        return !whole.contains("..") && (whole + "/").startsWith(path);
    }

    private static boolean sameHost(String pattern, String host) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        return lower.startsWith("*.") ? host.endsWith(lower.substring(1)) : host.equals(lower);
    }

    private static String host(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT);
    }

    private static String scheme(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI url) {
        return url.getPort() != -1 ? url.getPort() : scheme(url).equals("https") ? 443 : 80;
    }
}
