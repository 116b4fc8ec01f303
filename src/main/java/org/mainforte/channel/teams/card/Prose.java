package org.mainforte.channel.teams.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message's Markdown, as the text of a Teams message and as text blocks of a card, which know bold, italics, lists and links
 * only. Neither shows HTML, and nobody is mentioned.
 */
final class Prose {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern CODE = Pattern.compile("`+([^`]*)`+");
    private static final Pattern MARKS = Pattern.compile("\\*\\*|__|`");
    /** Clients leave a marker in the last point of a list as it is; in a paragraph of its own they make a link of it. */
    private static final Pattern ENDS_IN_LIST = Pattern.compile("(?:^|\\n)[ \\t]*(?:[-*]|\\d+\\.)[ \\t][^\\n]*$");

    private static final Pattern MARKER = Pattern.compile("\\[(\\d{1,3})\\]");

    private final Addresses links;

    Prose(Addresses links) {
        this.links = links;
    }

    /** For the text of a message. Every start of this text that ends before a link or tag stays the start of the result. */
    String message(String markdown) {
        return links.tamed(markdown).replace("&", "&amp;").replace("<", "&lt;").replaceAll("(?m)^&gt;", ">");
    }

    /** For a text block: headings become bold, code plain. */
    String block(String markdown) {
        String bold = HEADING.matcher(links.tamed(markdown)).replaceAll("**$1**");
        return CODE.matcher(bold).replaceAll("$1");
    }

    /** Without any marks, for notifications and old clients. */
    String plain(String markdown) {
        String words = HEADING.matcher(links.tamed(markdown)).replaceAll("$1");
        return MARKS.matcher(words)
                .replaceAll("")
                .replaceAll("\\[([^\\[\\]]*)\\]\\([^)]*\\)", "$1")
                .strip();
    }

    /** Each {@code [n]} names one of so many sources; the sources nobody named are named at the end. */
    static String cited(String text, int sources) {
        List<Integer> named = new ArrayList<>();
        Matcher marker = MARKER.matcher(text);
        String kept = marker.replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            if (number < 1 || number > sources) {
                return "";
            }
            named.add(number);
            return Matcher.quoteReplacement(found.group());
        });
        StringBuilder more = new StringBuilder();
        for (int number = 1; number <= sources; number++) {
            if (!named.contains(number)) {
                more.append('[').append(number).append(']');
            }
        }
        String told = kept.stripTrailing();
        String between = more.isEmpty() || told.endsWith("]")
                ? ""
                : ENDS_IN_LIST.matcher(told).find() ? "\n\n" : " ";
        return told + between + more;
    }

    /** At most so many characters, cut between words where possible, never inside a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(1, most - 1);
        int space = text.lastIndexOf(' ', end);
        int at = space > end * 2 / 3 ? space : end;
        if (Character.isHighSurrogate(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(0, at).stripTrailing() + "…";
    }
}
