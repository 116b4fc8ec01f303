package org.mainforte.markdown.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of an export lead. A page of the export becomes the article it became; http, https and mail addresses stay;
 * anything else (scripts, data, files, other programs) loses its address and keeps its words.
 */
final class PageLinks {
    private static final Pattern SCHEME =
            Pattern.compile("^([a-z][a-z0-9+.-]*):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MAIL = Pattern.compile("mailto:[A-Za-z0-9._%+'-]{1,100}@[A-Za-z0-9.-]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("(?:pageId=|_)(\\d{3,})(?:\\.html?)?(?:[&#].*)?$");
    private static final Pattern ATTACHED =
            Pattern.compile("(?i).*\\.(pdf|docx?|xlsx?|pptx?|zip|msi|exe|csv|txt|odt|mp4|png|jpe?g|gif)$");

    private final Map<String, String> names;
    private final Map<String, ExportPage> byPath = new HashMap<>();
    private final Map<String, ExportPage> byAddress = new HashMap<>();
    private final Map<String, ExportPage> byNumber = new HashMap<>();
    private final Set<String> files;

    /** @param files every file of the export, for telling an attachment from a dead link */
    PageLinks(Collection<ExportPage> pages, Map<String, String> names, Set<String> files) {
        this.names = names;
        this.files = files;
        for (ExportPage page : pages) {
            byPath.put(page.path().toLowerCase(Locale.ROOT), page);
            page.addresses().forEach(address -> byAddress.putIfAbsent(plain(address), page));
            var number = NUMBER.matcher(page.path());
            if (number.find()) {
                byNumber.put(number.group(1), page);
            }
        }
    }

    /** What became of one link. */
    enum Fate {
        INSIDE,
        OUTSIDE,
        ATTACHMENT,
        DEAD,
        UNSAFE
    }

    /** @param target what stands in the article, null when only the words stay */
    record Found(Fate fate, @Nullable String target) {}

    Found of(ExportPage from, String written) {
        String href = written.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", "").replace('\\', '/');
        if (href.startsWith("#")) {
            return inside(from, href.substring(1));
        }
        var scheme = SCHEME.matcher(href);
        if (scheme.matches()) {
            return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
                case "http", "https" -> web(href);
                case "mailto" -> mail(href);
                default -> new Found(Fate.UNSAFE, null);
            };
        }
        return href.startsWith("//") ? web("https:" + href) : relative(from, href);
    }

    private Found inside(ExportPage page, String fragment) {
        String name = names.getOrDefault(page.path(), "");
        return new Found(
                Fate.INSIDE,
                page.anchor(decoded(fragment))
                        .map(anchor -> name + "#" + anchor)
                        .orElse(name));
    }

    private Found web(String href) {
        ExportPage page = Optional.ofNullable(byAddress.get(plain(href))).orElseGet(() -> numbered(href));
        if (page != null) {
            return inside(page, fragment(href));
        }
        try {
            URI uri = new URI(href.replace("[", "%5B").replace("]", "%5D").replaceAll("[<>\"{}|^`]", "_"));
            // an address that names a user before the host is made to be misread
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                return new Found(Fate.UNSAFE, null);
            }
            return new Found(
                    Fate.OUTSIDE, uri.toASCIIString().replace("(", "%28").replace(")", "%29"));
        } catch (URISyntaxException malformed) {
            return new Found(Fate.UNSAFE, null);
        }
    }

    private static Found mail(String href) {
        Matcher address = MAIL.matcher(href.replaceFirst("(?i)^mailto:", "mailto:"));
        return address.lookingAt() ? new Found(Fate.OUTSIDE, address.group()) : new Found(Fate.UNSAFE, null);
    }

    private Found relative(ExportPage from, String href) {
        String path = decoded(href.replaceFirst("[?#].*$", ""));
        for (String candidate : candidates(from.path(), path)) {
            ExportPage page = byPath.get(candidate.toLowerCase(Locale.ROOT));
            if (page != null) {
                return inside(page, fragment(href));
            }
            if (files.contains(candidate)) {
                return new Found(Fate.ATTACHMENT, null);
            }
        }
        for (String address : from.addresses()) {
            ExportPage page = byAddress.get(plain(resolved(address, href)));
            if (page != null) {
                return inside(page, fragment(href));
            }
        }
        ExportPage numbered = numbered(href);
        if (numbered != null) {
            return inside(numbered, fragment(href));
        }
        return new Found(ATTACHED.matcher(path).matches() ? Fate.ATTACHMENT : Fate.DEAD, null);
    }

    /** Where the file may lie: beside the page, or under any folder around it when the address begins at a server's root. */
    private static List<String> candidates(String from, String path) {
        List<String> roots = new ArrayList<>();
        String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
        if (path.startsWith("/")) {
            for (String root = folder; !root.isEmpty(); root = root.replaceFirst("[^/]*/$", "")) {
                roots.add(root + path.substring(1));
            }
            roots.add(path.substring(1));
        } else {
            roots.add(folder + path);
        }
        List<String> candidates = new ArrayList<>();
        for (String root : roots) {
            normal(root).ifPresent(normal -> {
                for (String ending : List.of("", ".html", ".htm", "index.html", "/index.html")) {
                    candidates.add(normal + ending);
                }
            });
        }
        return candidates;
    }

    /** Without {@code .} and {@code ..}; empty when it leaves the export. */
    private static Optional<String> normal(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.removeLast();
            } else if (!step.equals(".")) {
                steps.add(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }

    private @Nullable ExportPage numbered(String href) {
        var number = NUMBER.matcher(href);
        return number.find() ? byNumber.get(number.group(1)) : null;
    }

    private static String resolved(String base, String href) {
        try {
            return new URI(base).resolve(href).toString();
        } catch (IllegalArgumentException | URISyntaxException malformed) {
            return "";
        }
    }

    /** An address as two spellings of it compare: no query, no fragment, no scheme, lower case. */
    private static String plain(String address) {
        return decoded(address.replaceFirst("[?#].*$", ""))
                .replaceFirst("(?i)^https?:", "")
                .replaceFirst("/$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String fragment(String href) {
        int hash = href.indexOf('#');
        return hash < 0 ? "" : href.substring(hash + 1);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
