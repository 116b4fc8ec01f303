package org.mainforte.catalogue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression behind the texts of which every match contains one: most texts contain none and are done with at a fraction of the
 * price. For lists of patterns that are tried on everything that is said. Safe for use by many threads.
 */
public final class FilteredPattern {
    private final Pattern pattern;
    private final List<String> telling;

    private FilteredPattern(Pattern pattern, List<String> telling) {
        this.pattern = pattern;
        this.telling = telling;
    }

    /** @throws java.util.regex.PatternSyntaxException when it is no regular expression */
    public static FilteredPattern of(String regex) {
        return new FilteredPattern(Pattern.compile(regex), Prefilter.of(regex));
    }

    /** The expression alone. */
    public Pattern pattern() {
        return pattern;
    }

    /** Whether it occurs anywhere in a text. */
    public boolean occursIn(String text) {
        return mayOccurIn(text) && pattern.matcher(text).find();
    }

    /** Whether a whole text is it. */
    public boolean is(String text) {
        return mayOccurIn(text) && pattern.matcher(text).matches();
    }

    /** @return a matcher that stands on the first occurrence; null when there is none */
    public @Nullable Matcher first(String text) {
        if (!mayOccurIn(text)) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher : null;
    }

    String replacedIn(String text, String by) {
        return pattern.matcher(text).replaceAll(by);
    }

    private boolean mayOccurIn(String text) {
        for (String one : telling) {
            if (text.contains(one)) {
                return true;
            }
        }
        return telling.isEmpty();
    }
}
