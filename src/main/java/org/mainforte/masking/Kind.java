package org.mainforte.masking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is personal by its form alone, in the order in which it is looked for: what contains others comes first. */
enum Kind {
    MAIL(
            "(?iu)[\\p{L}\\p{N}._%+'-]{1,64}(?:@|[ ]?[\\[(](?:at|arobase)[\\])][ ]?|[ ]arobase[ ])[\\p{L}\\p{N}-]+(?:(?:\\.|[ ]point[ ])[\\p{L}\\p{N}-]++)++"),
    /** What somebody signs in as, where it is said to be that. */
    ACCOUNT(
            "(?iu)(?<=\\b(?:login|identifiant|matricule|username|user id|user name|employee id)[ ]{0,2}[:=][ ]{0,2})[\\p{L}\\p{N}][^\\s,;]{2,}"),
    IBAN(
            "(?i)\\b[A-Z]{2}\\d{2}(?:[A-Z0-9]{11,30}|(?:[ \\u00A0\\u202F-](?=[A-Z]*\\d)[A-Z0-9]{1,5}){3,8})\\b",
            Numbers::isIban),
    NIR(
            "(?i)(?<![\\w+])[12378][ .\\u00A0]?\\d{2}[ .\\u00A0]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ .\\u00A0]?(?:\\d{2}|2[AB])[ .\\u00A0]?\\d{3}[ .\\u00A0]?\\d{3}"
                    + "(?:[ .\\u00A0-]{0,3}\\d{2})?\\b"),
    CARD("(?<![\\w+])(?:\\d[ \\u00A0-]?){12,18}\\d\\b", Numbers::isCard),
    PHONE(
            "(?<![\\w+.])(?:(?:\\+|00)[1-9]\\d{0,2}(?:[ .\\u00A0\\u202F-]?\\(0\\))?(?:[ .\\u00A0\\u202F-]{0,2}\\(?\\d\\)?){7,12}"
                    + "|\\(?0[ .\\u00A0\\u202F-]?\\d\\)?(?:[ .\\u00A0\\u202F/-]{0,2}\\d){8,9}|\\(?[2-9]\\d{2}\\)?[ .-]\\d{3}[ .-]\\d{4})(?![\\w])",
            Numbers::isPhone),
    IP(
            "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\w]|\\.\\d)"
                    + "|(?<![\\w:])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\\w:])|(?<![\\w.])(?:[0-9A-Fa-f]{4}\\.){2}[0-9A-Fa-f]{4}(?![\\w.])"
                    + "|(?<![\\w:])(?:[0-9A-Fa-f]{1,4}:){1,7}(?::?[0-9A-Fa-f]{1,4}){1,7}(?![\\w:])",
            found -> !found.contains(":")
                    || found.contains("::")
                    || found.chars().filter(c -> c == ':').count() > 4),
    ADDRESS(Streets.PATTERN),
    SERIAL("(?<![\\w{./\\\\@-])(?=[A-Za-z-]*\\d)[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,4}(?![\\w}@-])", Numbers::isSerial),
    /** Twelve digits in a row may be a Surface's serial number or an account's. */
    NUMBER("(?<![\\w.])\\d{9,}(?![\\w.])");

    private final Pattern pattern;
    private final Predicate<String> check;

    Kind(String pattern) {
        this(pattern, found -> true);
    }

    Kind(String pattern, Predicate<String> check) {
        this.pattern = Pattern.compile(pattern);
        this.check = check;
    }

    private boolean is(String found) {
        return check.test(found);
    }

    /** Whether it is worth while to look: most texts have none of the signs, and looking is dear. */
    private boolean isPossible(String text) {
        Pattern sign = SIGNS.get(name());
        return sign == null || sign.matcher(text).find();
    }

    private static final Map<String, Pattern> SIGNS = Map.of(
            "MAIL", Pattern.compile("@|[Aa]robase|[\\[(]at[\\])]"),
            "ACCOUNT",
                    Pattern.compile(
                            "(?:[Ll]ogin|LOGIN|[Ii]dentifiant|[Mm]atricule|[Uu]ser|USER|[Ee]mployee)[^:=\\n]{0,8}[:=]"),
            "IP",
                    Pattern.compile(
                            "\\d\\.\\d|[0-9A-Fa-f]:[0-9A-Fa-f:]|[0-9A-Fa-f]-[0-9A-Fa-f]{2}-|[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]"),
            "ADDRESS", Pattern.compile("\\d[a-z]?,?[ ]|\\d[A-Z]{2}\\b|\\d[ ]?(?:bis|ter)"));

    /** Replaces each in a text. @param masked what stands in its place, quoted for a replacement */
    String replaced(String text, Function<String, String> masked) {
        return isPossible(text)
                ? pattern.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                is(found.group()) ? masked.apply(found.group()) : found.group()))
                : text;
    }

    /** Addresses as people write them: a number, a kind of street, its name, perhaps a postal code and a town. */
    private static final class Streets {
        private static final String KIND =
                "(?:rue|r\\.|avenue|ave?\\.?|boulevard|bd|bld|bvd|place|pl\\.|impasse|imp\\.|all[ée]e|chemin|che?\\.|quai|route|rte"
                        + "|cours|square|faubourg|fg|passage|sentier|villa|r[ée]sidence|lotissement|street|road|lane|drive)";
        private static final List<String> NOT_A_NAME = List.of(
                "et",
                "mais",
                "car",
                "pour",
                "svp",
                "stp",
                "merci",
                "mon",
                "ma",
                "mes",
                "je",
                "il",
                "elle",
                "on",
                "est",
                "donc",
                "avec",
                "sans",
                "chez",
                "demain",
                "au",
                "aux",
                "and",
                "but",
                "for",
                "please",
                "thanks",
                "my",
                "is",
                "because",
                "with",
                "j['’]\\p{L}+",
                "c['’]est");
        private static final String WORD = "(?!(?:" + String.join("|", NOT_A_NAME) + ")(?![\\p{L}'’]))[\\p{L}'’.-]+";
        private static final String SMALL =
                "(?:[ ](?:de la|de l['’]|de|du|des|la|le|les|saint|sainte|st|ste|d['’]|l['’])){0,4}";
        private static final String TOWN =
                "(?:,?[ ]*(?:[AaÀà][ ])?\\d{5}(?:[ ]+\\p{L}[\\p{L}'’-]*){0,2}|,?[ ]+[àa][ ](?-i:\\p{Lu})[\\p{L}'’-]+)?";

        static final String PATTERN = "(?iu)\\b\\d{1,4}(?:[ ]?(?:bis|ter|quater|[a-d]))?,?[ ]+" + KIND + "(?=[ ])"
                + SMALL + "[ ]?" + WORD + "(?:" + SMALL
                + "[ ]" + WORD + ")?(?:[ ](?-i:\\p{Lu})[\\p{L}'’-]+){0,3}" + TOWN
                + "|\\b\\d{1,4}[a-d]?[ ]+(?:(?-i:\\p{Lu})[\\p{L}'’]+[ ]+){1,3}(?:street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|drive|close|square|court|gardens)\\b"
                + "(?:,?[ ]+(?-i:\\p{Lu})\\p{L}+)?(?:,?[ ]+[A-Z]{1,2}\\d[A-Z\\d]?[ ]?\\d[A-Z]{2}\\b)?"
                + "|\\b(?-i:[A-Z]{1,2}\\d[A-Z\\d]?[ ]\\d[A-Z]{2})\\b|\\b\\d{5}[ ](?-i:\\p{Lu})[\\p{L}'’-]{2,}(?:[ ]cedex)?";

        private Streets() {}
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
