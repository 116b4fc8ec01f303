package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rdv demain matin                                | 2026-11-24 morning",
                "tomorrow afternoon please                       | 2026-11-24 afternoon",
                "lundi 14h                                       | 2026-11-30 14:00",
                "9h30                                            | 09:30",
                "à 9 h 30                                        | 09:30",
                "après-demain aprem                              | 2026-11-25 afternoon",
                "qu'un technicien passe mardi après 14h          | 2026-11-24 after 14:00",
                "entre 9h et 11h jeudi                           | 2026-11-26 after 09:00 before 11:00",
                "avant midi, vendredi avant 10h                  | 2026-11-27 before 10:00",
                "cet après-midi                                  | 2026-11-23 afternoon",
                "le 24/11 à 10h                                  | 2026-11-24 10:00",
                "le 1er décembre                                 | 2026-12-01",
                "le 3 janvier                                    | 2027-01-03",
                "on November 26th at 2pm                         | 2026-11-26 14:00",
                "2:30 pm                                         | 14:30",
                "je ne suis pas là demain, plutôt mercredi matin | 2026-11-25 morning",
                "from Monday to Wednesday afternoon              | 2026-11-25 afternoon",
                "2026-11-24 morning after 09:00                  | 2026-11-24 morning after 09:00",
            })
    void whenSomebodyWouldLikeToCome(String words, String written) {
        assertThat(Wish.read(words, TODAY)).map(Wish::written).hasValue(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rdv technicien",
                "mon écran est cassé",
                "le 31/02",
                "erreur 0x80070005",
                "T-100001",
                "j'ai 3 écrans"
            })
    void wordsWithoutADayOrATimeAreNoWish(String words) {
        assertThat(Wish.read(words, TODAY)).isEmpty();
    }

    @Property(tries = 300)
    void noWordsBreakIt(@ForAll String words) {
        Wish.read(words, TODAY);
        Wish.days(words, TODAY);
        assertThat(Reason.in(words)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "rdv pour mon écran cassé                                        | mon écran cassé",
                "rdv demain matin pour mon écran cassé                           | mon écran cassé",
                "Un rendez-vous pour mon écran cassé demain matin                | mon écran cassé",
                "Je voudrais un technicien mardi après 14h, mon écran clignote   | mon écran clignote",
                "appointment tomorrow for my broken docking station              | my broken docking station",
                "rdv pour demain                                                 | -",
                "rdv demain matin                                                | -",
                "un rdv lundi 14h                                                | -",
                "le technicien peut passer ?                                     | -",
                "Book a technician for Thursday morning                          | -",
            })
    void whatAnAppointmentIsFor(String words, String reason) {
        assertThat(Reason.in(words).orElse(null)).isEqualTo(reason);
    }
}
