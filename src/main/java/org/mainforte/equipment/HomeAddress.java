package org.mainforte.equipment;

import java.util.regex.Pattern;
import org.mainforte.kernel.Refusal;
import org.mainforte.people.Employee;

/** Where an order goes, read from what somebody types: “livrez au 3 rue Monge, 21000 Dijon” names the street only. */
final class HomeAddress {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:en fait|finalement|plutôt|actually|please|svp)[, ]+)*"
                    + "(?:livre[rz]?|livraison|deliver|delivery|send|envoye[rz])(?:-(?:moi|le|la|les))*(?: (?:it|them|ça|cela))?"
                    + "(?:\\s+(?:au|à|a|to|at)(?=[\\s:,]))?(?:\\s+l'adresse)?[\\s:,]+",
            FLAGS);
    /** A French postcode and the beginning of the town. */
    private static final Pattern TOWN = Pattern.compile("(?<!\\d)\\d{5}[ ,]+\\p{L}{2}");

    private HomeAddress() {}

    /** The address without the words that ask for the delivery. */
    static String of(String typed) {
        return LEAD.matcher(typed.strip()).replaceFirst("").strip();
    }

    /** @throws Refusal naming {@code address} when it is no address, or the office: orders go to the home */
    static String required(String typed, Employee employee) {
        String address = of(typed);
        if (typed.strip().equals(employee.address()) || TOWN.matcher(address).find()) {
            return address;
        }
        throw new Refusal(
                "address",
                OrderWords.atTheOffice(typed) ? "equipment.address.home" : "equipment.address.unclear",
                typed);
    }
}
