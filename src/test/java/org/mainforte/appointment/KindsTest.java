package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.appointment.Office.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.Field;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Option;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.site.Half;

class KindsTest {
    private static final String NOW = "2026-11-23T07:30:00+01:00";

    private final Office office = new Office();
    private final Cards cards = new Cards(office.appointments);
    private final Presence presence = new Presence(office.planning);
    private final SlotChoice choice = new SlotChoice(office.promises, office.finder);
    private final Mine mine = new Mine(office.appointments, cards);
    private final BookKind book = new BookKind(
            office.sites,
            choice,
            office.promises,
            new Advice(office.sites, presence, office.promises),
            office.appointments,
            cards,
            (employee, reference) -> reference.equals("T-100001"));
    private final MoveKind move = new MoveKind(office.sites, mine, choice, office.appointments, cards);
    private final CancelKind cancel = new CancelKind(mine, office.appointments, cards);
    private final SiteSupport support =
            new SiteSupport(office.sites, new SiteOverview(office.sites, presence), presence, office.promises);
    private final MyAppointments lookup = new MyAppointments(office.appointments);

    private static Asking asking(String site, Map<String, String> values) {
        return Office.asking(site, Language.FR, NOW, values);
    }

    private static Confirmed confirmed(String request, String site) {
        return new Confirmed(request, Office.employee("emma", site, Language.FR), Language.FR, null, at(NOW));
    }

    @Test
    void sixSlotsOfBothDaysAreOfferedWithinThePromise() {
        List<Field> fields = new FormReader<>(book).fields(asking("strasbourg", Map.of()));
        assertThat(fields).extracting(Field::name).containsExactly("reason", "slot");
        assertThat(fields.get(1).options())
                .extracting(Option::value)
                .containsExactly(
                        "strasbourg~2026-11-23T10:00~team-strasbourg",
                        "strasbourg~2026-11-23T11:00~team-strasbourg",
                        "strasbourg~2026-11-23T13:00~team-strasbourg",
                        "strasbourg~2026-11-23T14:00~team-strasbourg",
                        "strasbourg~2026-11-24T08:00~team-strasbourg",
                        "strasbourg~2026-11-24T13:00~team-strasbourg");
    }

    @Test
    void wordsSayTheReasonTheWishAndTheOnlySlotThatFits() {
        assertThat(book.understand("rdv demain 10h pour mon écran cassé", asking("strasbourg", Map.of())))
                .containsOnly(
                        Map.entry("wish", "2026-11-24 10:00"),
                        Map.entry("slot", "strasbourg~2026-11-24T10:00~team-strasbourg"),
                        Map.entry("reason", "mon écran cassé"));
        Map<String, String> morning = book.understand("rdv demain matin", asking("strasbourg", Map.of()));
        assertThat(morning).containsOnly(Map.entry("wish", "2026-11-24 morning"));
        assertThat(book.options("slot", asking("strasbourg", morning)))
                .extracting(Option::label)
                .containsExactly(
                        "mardi 24 novembre à 8\u00a0h, Équipe itinérante Alsace",
                        "mardi 24 novembre à 9\u00a0h, Équipe itinérante Alsace",
                        "mardi 24 novembre à 10\u00a0h, Équipe itinérante Alsace",
                        "mardi 24 novembre à 11\u00a0h, Équipe itinérante Alsace");
    }

    @Test
    void bookingIsDoneOnceAndTold() {
        Map<String, String> values = Map.of(
                "reason", "écran cassé", "slot", "strasbourg~2026-11-24T10:00~team-strasbourg", "ticket", "T-100001");
        var form = new FormReader<>(book).read(asking("strasbourg", values));
        assertThat(book.card(form, asking("strasbourg", values)))
                .extracting(Row::value)
                .contains("écran cassé", "mardi 24 novembre à 10\u00a0h", "T-100001");
        Receipt receipt = book.fulfil(form, confirmed("r1", "strasbourg"));
        assertThat(receipt.reference()).isEqualTo("A-100001");
        assertThat(receipt.text()).startsWith("Le rendez-vous A-100001 est enregistré");
        assertThat(book.fulfil(form, confirmed("r1", "strasbourg"))).isEqualTo(receipt);
        assertThatThrownBy(() -> book.fulfil(form, confirmed("r2", "strasbourg")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("slot");
                    assertThat(refusal.key()).isEqualTo("appointment.slot-taken");
                });
    }

    @Test
    void aTicketThatIsNotTheirsIsLeftOut() {
        Map<String, String> values = Map.of(
                "reason", "écran cassé", "slot", "strasbourg~2026-11-24T10:00~team-strasbourg", "ticket", "T-999999");
        assertThat(new FormReader<>(book).completed(asking("strasbourg", values)))
                .doesNotContainKey("ticket");
    }

    @Test
    void aBrokenPromiseIsSaidPlainlyWithWhatExistsInstead() {
        for (int day = 23; day < 25; day++) {
            office.planning.close(office.site("strasbourg").id(), LocalDate.of(2026, 11, day), "travaux");
        }
        assertThat(book.advice(asking("strasbourg", Map.of())).orElseThrow())
                .contains("Il ne reste aucun créneau d’ici au mardi 24 novembre inclus")
                .contains("Le premier créneau libre, plus tard que promis\u202f: mercredi 25 novembre à 8\u00a0h")
                .contains("une prise en main à distance", "un casier", "Nancy");
        assertThat(book.advice(Office.asking("strasbourg", Language.EN, NOW, Map.of()))
                        .orElseThrow())
                .contains(
                        "**No slot is left up to and including Tuesday 24 November: the promised delay is not kept.**")
                .contains("a slot at another site, Nancy, if you can get there: Monday 23 November at 08:30");
        assertThat(office.events).singleElement().isInstanceOf(PromiseBroken.class);
        List<Option> later = book.options("slot", asking("strasbourg", Map.of()));
        assertThat(later.getFirst().value()).startsWith("strasbourg~2026-11-25");
        Map<String, String> values =
                Map.of("reason", "x", "slot", later.getFirst().value());
        assertThat(book.card(new FormReader<>(book).read(asking("strasbourg", values)), asking("strasbourg", values)))
                .contains(new Row("Attention", "plus tard que le délai promis (mardi 24 novembre au plus tard)"));
    }

    @Test
    void theOnlyAppointmentIsMovedAndCancelledWithoutAsking() {
        assertThat(move.refusedFor(asking("strasbourg", Map.of()))).isPresent();
        assertThat(cancel.refusedFor(asking("strasbourg", Map.of()))).isPresent();
        office.book("emma", "strasbourg", "strasbourg~2026-11-24T10:00~team-strasbourg", NOW);

        assertThat(move.understand("décalez mon rdv de mardi", asking("strasbourg", Map.of())))
                .isEmpty();
        var wish = move.understand("pas mardi, plutôt jeudi 9h", asking("strasbourg", Map.of()));
        var completed = new FormReader<>(move).completed(asking("strasbourg", wish));
        assertThat(completed)
                .containsEntry("appointment", "A-100001")
                .containsEntry("slot", "strasbourg~2026-11-26T09:00~team-strasbourg");
        var moving = new FormReader<>(move).read(asking("strasbourg", completed));
        assertThat(move.card(moving, asking("strasbourg", completed))).hasSize(5);
        assertThat(move.fulfil(moving, confirmed("r1", "strasbourg")))
                .isEqualTo(move.fulfil(moving, confirmed("r1", "strasbourg")));

        var cancelled = new FormReader<>(cancel).completed(asking("strasbourg", Map.of()));
        var cancelling = new FormReader<>(cancel).read(asking("strasbourg", cancelled));
        assertThat(cancel.fulfil(cancelling, confirmed("r2", "strasbourg")).text())
                .startsWith("Le rendez-vous A-100001 (jeudi 26 novembre à 9\u00a0h) est annulé");
        assertThat(lookup.answer(Office.employee("emma", "strasbourg", Language.FR), Language.FR, at(NOW), Map.of())
                        .offers())
                .hasSize(1);
    }

    @Test
    void aReferenceThatIsNotMineIsNotTakenForTheOnlyOneIHave() {
        office.book("emma", "strasbourg", "strasbourg~2026-11-24T10:00~team-strasbourg", NOW);
        var said = cancel.understand("annule mon rendez-vous a-999999", asking("strasbourg", Map.of()));
        assertThat(said).isEqualTo(Map.of("appointment", "A-999999"));
        assertThat(cancel.refusedFor(asking("strasbourg", said)).orElseThrow().text(Language.EN))
                .isEqualTo(
                        "I cannot find appointment A-999999 among your coming appointments. Nothing has been changed.");
        assertThat(move.understand("move A-999999 to Thursday 9am", asking("strasbourg", Map.of())))
                .isEqualTo(said);
        assertThat(move.refusedFor(asking("strasbourg", said)).orElseThrow().text(Language.FR))
                .startsWith("Je ne trouve pas le rendez-vous A-999999 parmi vos rendez-vous à venir");
        assertThat(cancel.refusedFor(asking("strasbourg", Map.of("appointment", "A-100001"))))
                .isEmpty();
    }

    @Test
    void somebodyElsesAppointmentCannotBeCancelled() {
        office.book("noah", "strasbourg", "strasbourg~2026-11-24T10:00~team-strasbourg", NOW);
        assertThatThrownBy(() -> cancel.fulfil(new CancelForm("A-100001"), confirmed("r1", "strasbourg")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theSiteTellsWhenItsTechnicianIsThereWithTheChanges() {
        office.planning.change(office.site("nancy").id(), LocalDate.of(2026, 11, 24), Half.MORNING);
        office.planning.close(office.site("nancy").id(), LocalDate.of(2026, 11, 26), "travaux");
        var emma = Office.employee("emma", "nancy", Language.FR);
        String text = support.answer(emma, Language.FR, at(NOW), Map.of()).text();
        assertThat(text)
                .contains("**Nancy**\u202f: un technicien est sur place à mi-temps")
                .contains("Technicien sur place\u202f: lundi 23 novembre, de 8\u00a0h\u00a030 à 12\u00a0h\u00a030.")
                .contains("Changement (mardi 24 novembre)\u202f: matin.")
                .contains("Site fermé (jeudi 26 novembre)\u202f: travaux.")
                .contains("Casque en panne");
        assertThat(support.answer(emma, Language.EN, at("2026-11-23T09:00:00+01:00"), Map.of())
                        .text())
                .contains("Technician on site: right now, until 12:30.");
        assertThat(support.answer(emma, Language.FR, at(NOW), Map.of("site", "dijon"))
                        .text())
                .startsWith("**Dijon**");
        assertThat(support.forEverybody(Language.EN).orElseThrow())
                .contains("**Strasbourg**", "**Dijon**", "**Lyon campus**")
                .contains("Usual week: Monday morning, Tuesday afternoon");
    }

    @Test
    void theSitesTogetherAreToldAlikeToEverybody() {
        var emma = Office.employee("emma", "nancy", Language.FR);
        String regimes = support.answer(emma, Language.FR, at(NOW), Map.of("show", "regimes"))
                .text();
        assertThat(regimes)
                .isEqualTo(support.forEverybody(Language.FR, Map.of("show", "regimes"))
                        .orElseThrow())
                .contains("au plus tard le jour ouvré suivant**\u202f: Dijon, Strasbourg.")
                .contains("à mi-temps, le matin ou l’après-midi**\u202f: Nancy.")
                .contains("toute la journée**\u202f: Campus de Lyon.")
                .doesNotContain("à distance seulement");
        assertThat(support.forEverybody(Language.EN, Map.of("show", "pilot")).orElseThrow())
                .contains("Pilot site, from Thursday 1 October 2026 to Thursday 31 December 2026. In 2024: 489 tickets")
                .contains("Witness site, to compare with, from Thursday 1 October 2026")
                .doesNotContain("Lyon");
        assertThat(support.forEverybody(Language.EN, Map.of("site", "nancy")).orElseThrow())
                .startsWith("**Nancy**")
                .doesNotContain("**Dijon**");
    }

    @Test
    void appointmentsAreListedWithWhatCanBeDone() {
        office.book("emma", "strasbourg", "strasbourg~2026-11-24T10:00~team-strasbourg", NOW);
        var answer = lookup.answer(Office.employee("emma", "strasbourg", Language.FR), Language.FR, at(NOW), Map.of());
        assertThat(answer.text()).contains("**mardi 24 novembre à 10\u00a0h**", "A-100001", "écran cassé");
        assertThat(answer.offers())
                .extracting(offer -> offer.start().toString())
                .containsExactly(
                        "request:appointment-move?appointment=A-100001",
                        "request:appointment-cancel?appointment=A-100001");
    }
}
