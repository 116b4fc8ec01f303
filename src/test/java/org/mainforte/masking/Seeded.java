package org.mainforte.masking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Made-up identifiers in sentences as people write them, the same for the same seed. */
public final class Seeded {
    private static final String[] FIRST = {
        "Marie", "Jean-Luc", "Sophie", "Mohamed", "Inès", "Oliver", "Sarah", "Yann", "Chloé", "Fatima", "James", "Éric"
    };
    private static final String[] LAST = {
        "Durand", "Lefèvre", "Benali", "Kowalski", "O’Connor", "Le Gall", "Meyer", "Schmitt", "de Castro", "Nguyen"
    };
    private static final String[] STREETS = {
        "rue des Tilleuls",
        "avenue de la Paix",
        "bd Victor Hugo",
        "place du Marché",
        "quai Kléber",
        "impasse des lilas",
        "chemin du moulin",
        "allée des Cerisiers",
        "rue du général de Gaulle",
        "route de Colmar"
    };
    private static final String[] TOWNS = {"67000 Strasbourg", "54000 Nancy", "21000 Dijon", "68100 Mulhouse", "", ""};

    /** Something of somebody, and what a message with it says. */
    public record Planted(String kind, String secret, String sentence) {}

    private final Random random;

    private Seeded(long seed) {
        this.random = new Random(seed);
    }

    /** So many identifiers of all kinds, in turn. */
    public static List<Planted> identifiers(int many, long seed) {
        var seeded = new Seeded(seed);
        List<Function<Seeded, Planted>> kinds = List.of(
                Seeded::name,
                Seeded::mail,
                Seeded::phone,
                Seeded::address,
                Seeded::nir,
                Seeded::iban,
                Seeded::ip,
                Seeded::serial,
                Seeded::password,
                Seeded::key);
        return IntStream.range(0, many)
                .mapToObj(i -> kinds.get(i % kinds.size()).apply(seeded))
                .toList();
    }

    /** Passwords in 200 forms, half of them French: after a word for it, quoted, in code. */
    public static List<Planted> passwords() {
        List<Planted> all = new ArrayList<>();
        String[] words = {"Soleil2024!", "Tr0ub4dor&3", "P@ssw0rd", "mamie-1952", "xK9#mQ2z"};
        for (String form : PASSWORDS_FR) {
            for (String word : words) {
                all.add(new Planted("password", word, form.formatted(word)));
            }
        }
        for (String form : PASSWORDS_EN) {
            for (String word : words) {
                all.add(new Planted("password", word, form.formatted(word)));
            }
        }
        return all;
    }

    private static final String[] PASSWORDS_FR = {
        "mdp : %s",
        "mdp:%s",
        "MDP = %s",
        "mon mdp %s",
        "mon mdp c'est %s",
        "mot de passe : « %s »",
        "mon mot de passe est %s",
        "mot de passe windows : %s",
        "le mot de passe de ma session, c'est %s",
        "je tape %s comme mot de passe",
        "avec le mdp '%s' ça refuse",
        "mot de passe=\"%s\"",
        "login camille mdp %s",
        "identifiant: croussel / mot de passe: %s",
        "mon code secret est %s",
        "nouveau mot de passe -> %s",
        "password=%s",
        "`%s` c'est mon mot de passe",
        "motdepasse : %s",
        "m2p : %s"
    };
    private static final String[] PASSWORDS_EN = {
        "password: %s",
        "my password is %s",
        "pwd=%s",
        "pwd: '%s'",
        "PASSWORD = \"%s\"",
        "my windows password: %s",
        "the password for outlook is %s",
        "I type %s as my password",
        "with password “%s” it fails",
        "login jdoe password %s",
        "user: jdoe / pass: %s",
        "passwd %s",
        "passphrase: %s",
        "export PASSWORD=%s",
        "{\"password\": \"%s\"}",
        "net use z: /user:jdoe password:%s",
        "new password -> %s",
        "my pass is %s",
        "`%s` is my password",
        "pw: %s"
    };

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String digits(int many) {
        return random.ints(many, 0, 10).mapToObj(String::valueOf).reduce("", String::concat);
    }

    private static String grouped(String digits, int first, int size, String by) {
        var all = new StringBuilder(digits.substring(0, first));
        for (int i = first; i < digits.length(); i += size) {
            all.append(by).append(digits, i, Math.min(digits.length(), i + size));
        }
        return all.toString();
    }

    private Planted planted(String kind, String secret, String... sentences) {
        return new Planted(kind, secret, one(sentences).replace("%s", secret));
    }

    private Planted name() {
        String name = one(FIRST) + " " + one(LAST);
        return planted(
                "name",
                name,
                "je m'appelle %s et Outlook ne s'ouvre plus",
                "c'est %s qui a mon ancien PC",
                "bonjour, ici %s, mon casque grésille",
                "my name is %s and Teams keeps freezing",
                "I got this laptop from %s last week",
                "merci, cordialement, %s",
                "demandez à Mme %s du service paie");
    }

    private Planted mail() {
        String mail = one("jean", "m.durand", "k-benali", "s_roux+it", "croussel", "o'neil") + digits(2) + "@"
                + one("exemple.fr", "societe-test.com", "mail.exemple.org");
        return planted(
                "mail",
                mail,
                "mon adresse est %s et rien n'arrive",
                "Outlook refuse %s",
                "I cannot sign in as %s",
                "écrivez-moi (%s) svp",
                "mailto:%s");
    }

    private Planted phone() {
        String local = one("6", "7", "1", "3", "9") + digits(8);
        String phone = one(
                "0" + local,
                grouped("0" + local, 2, 2, " "),
                grouped("0" + local, 2, 2, "."),
                grouped("0" + local, 2, 2, "-"),
                "+33" + local,
                "+33 " + grouped(local, 1, 2, " "),
                "+33(0)" + local,
                "0033 " + grouped(local, 1, 2, " "),
                "+44 20 7" + digits(3) + " " + digits(4),
                "(0)" + local);
        return planted(
                "phone",
                phone,
                "rappelez-moi au %s",
                "mon tel : %s",
                "call me on %s please",
                "tél. %s, bureau 12",
                "joignable au %s après 14h");
    }

    private Planted address() {
        String town = one(TOWNS);
        String address = (1 + random.nextInt(180))
                + one(" ", " bis ", ", ")
                + one(STREETS)
                + (town.isEmpty() ? "" : one(" ", ", ") + town);
        return planted(
                "address",
                address,
                "livrez au %s",
                "j'habite %s",
                "my home is %s",
                "adresse : %s, merci",
                "le colis est parti au %s et pas ici");
    }

    private Planted nir() {
        String core = one("1", "2") + digits(2) + "0" + (1 + random.nextInt(9)) + (10 + random.nextInt(80)) + digits(6);
        String key = "%02d".formatted(97 - Long.parseLong(core) % 97);
        String plain = core + key;
        String spaced = core.charAt(0) + " " + core.substring(1, 3) + " " + core.substring(3, 5) + " "
                + core.substring(5, 7) + " " + core.substring(7, 10) + " " + core.substring(10) + " " + key;
        return planted(
                "nir",
                one(plain, spaced),
                "mon numéro de sécu est %s",
                "sécu %s",
                "NIR : %s",
                "they asked for my social security number, %s");
    }

    private Planted iban() {
        String account = digits(23);
        String check = "%02d"
                .formatted(98
                        - new BigInteger(account + "152700")
                                .mod(BigInteger.valueOf(97))
                                .intValue());
        String plain = "FR" + check + account;
        return planted(
                "iban",
                one(plain, grouped(plain, 4, 4, " "), grouped(plain, 4, 4, "-")),
                "mon IBAN %s pour le remboursement",
                "IBAN: %s",
                "RIB %s svp");
    }

    private Planted ip() {
        String ip = one(
                (1 + random.nextInt(223)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                        + random.nextInt(256),
                "fe80::" + hex(4) + ":" + hex(4),
                "2001:db8:" + hex(4) + ":" + hex(4) + ":" + hex(4) + ":" + hex(4) + ":" + hex(4) + ":" + hex(4),
                hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2),
                hex(2) + "-" + hex(2) + "-" + hex(2) + "-" + hex(2) + "-" + hex(2) + "-" + hex(2));
        return planted(
                "ip",
                ip,
                "mon IP %s ne répond pas",
                "ping %s échoue",
                "my address is %s on the VPN",
                "carte réseau %s");
    }

    private String hex(int many) {
        return random.ints(many, 0, 16).mapToObj(Integer::toHexString).reduce("", String::concat);
    }

    private Planted serial() {
        String serial = one(
                "5CG" + digits(4) + letters(3),
                "PF" + digits(1) + letters(2) + digits(1) + letters(2),
                digits(1) + letters(2) + digits(1) + letters(1) + digits(2),
                "CND" + digits(4) + letters(3),
                digits(12));
        return planted(
                "serial",
                random.nextInt(3) == 0 ? serial.toLowerCase(java.util.Locale.ROOT) : serial,
                "le PC %s ne démarre plus",
                "numéro de série %s",
                "serial number %s is on the label",
                "écran %s rayé",
                "S/N: %s");
    }

    private String letters(int many) {
        return random.ints(many, 0, 24)
                .mapToObj(i -> String.valueOf("ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(i)))
                .reduce("", String::concat);
    }

    private Planted password() {
        String word =
                one("Ete", "Chat", "hunter", "Qwz", "Bleu", "Maison") + digits(3) + one("!", "#", "$", "?", "*", "x");
        return planted(
                "password",
                word,
                PASSWORDS_FR[random.nextInt(PASSWORDS_FR.length)].replace("%s", word),
                PASSWORDS_EN[random.nextInt(PASSWORDS_EN.length)].replace("%s", word));
    }

    private Planted key() {
        String key = one(
                "sk-" + (letters(12) + digits(12)).toLowerCase(java.util.Locale.ROOT),
                "ghp_" + letters(20) + digits(10),
                "AKIA" + letters(10) + digits(6),
                "eyJ" + letters(12) + "." + letters(20) + "." + letters(12));
        return planted(
                "key",
                key,
                "la clé %s ne marche pas",
                "api key %s",
                "Authorization: Bearer %s",
                "mon jeton %s a expiré");
    }
}
