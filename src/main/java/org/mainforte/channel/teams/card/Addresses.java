package org.mainforte.channel.teams.card;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where links of messages lead: pages of the product open, everything else is only text, shown in full. */
@Component
public class Addresses {
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)\\]\\(\\s*<?([^\\s)>]*)>?[^)]*\\)");

    private final String base;

    Addresses(
            @Value("${mainforte.public-url:}") String publicUrl,
            @Value("${server.address:127.0.0.1}") String address,
            @Value("${server.port:8080}") String port) {
        this.base = (publicUrl.isBlank() ? "http://" + address + ":" + port : publicUrl).replaceAll("/+$", "");
    }

    /** An address of the product, absolute. */
    String absolute(String path) {
        return path.startsWith("/") && !path.startsWith("//") ? base + path : path;
    }

    boolean ours(String url) {
        String absolute = absolute(url);
        if (!absolute.startsWith(base + "/")) {
            return false;
        }
        try {
            String scheme = new URI(absolute).getScheme();
            return scheme != null && scheme.toLowerCase(Locale.ROOT).startsWith("http");
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Markdown in which only links to the product are left. */
    String tamed(String markdown) {
        Matcher link = LINK.matcher(markdown);
        return link.replaceAll(found -> {
            String label = found.group(1);
            String target = found.group(2);
            String kept = ours(target)
                    ? "[" + label + "](" + absolute(target) + ")"
                    : target.isEmpty() || target.equals(label)
                            ? label
                            : label + " (" + target.replace("](", "] (") + ")";
            return Matcher.quoteReplacement(kept);
        });
    }
}
