package org.mainforte.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Fault;

class GuidesTest {
    @TempDir
    Path folder = Path.of("");

    private GuideFiles files = new GuideFiles(Path.of("target/unused"));
    private Guides guides = files.guides();

    @BeforeEach
    void open() {
        files = new GuideFiles(folder);
        guides = files.guides();
    }

    @Test
    void readsAGuideAsAPersonReadsIt() {
        Guide tea = guides.find("tea", Language.FR).orElseThrow();

        assertThat(guides.faults()).isEmpty();
        assertThat(tea.title()).isEqualTo("Préparer le thé");
        assertThat(tea.questions()).containsExactly("comment faire du thé");
        assertThat(tea.minutes()).isEqualTo(95);
        assertThat(tea.next()).extracting(Start::toString).containsExactly("request:return", "guide:cups");
        assertThat(tea.steps()).extracting(GuideStep::anchor).containsExactly("water", "sign-in", "serve");
        assertThat(tea.first())
                .isEqualTo(
                        new GuideStep(
                                "water",
                                "Chauffer l’eau",
                                3,
                                "kettle",
                                true,
                                null,
                                "Remplissez la bouilloire. Voir [la bouilloire](/kb/fr/kettle#what-to-do).",
                                "L’eau froide ne fait pas de thé.",
                                "- **Pas de courant**\u202F: essayez une autre prise.\n- **La bouilloire fuit**\u202F: videz-la."));
        assertThat(tea.steps().get(1).skippable()).isFalse();
    }

    @Test
    void namesWhatTheFirstAidIsAbout() {
        Guide tea = guides.find("tea", Language.FR).orElseThrow();

        assertThat(tea.first().troubles()).containsExactly("Pas de courant", "La bouilloire fuit");
        assertThat(tea.steps().get(1).troubles()).containsExactly("Vérifiez l’adresse.");
    }

    @Test
    void bothLanguagesAreThere() {
        assertThat(guides.all(Language.EN)).extracting(Guide::title).containsExactly("Washing the cups", "Making tea");
        assertThat(guides.find("coffee", Language.EN)).isEmpty();
    }

    @Test
    void aSavedFileIsLive() {
        files.save("guides/tea.en.md", GuideFiles.TEA_EN.replace("title: Making tea", "title: Brewing tea"));
        guides.refresh();

        assertThat(guides.find("tea", Language.EN).orElseThrow().title()).isEqualTo("Brewing tea");
    }

    @Test
    void aBrokenFileKeepsTheLastGoodVersionAndSaysAllThatIsWrong() {
        files.save(
                "guides/tea.en.md",
                GuideFiles.TEA_EN
                        .replace("title: Making tea", "title: Brewing tea")
                        .replace("minutes=3 help=kettle", "minutes=soon help=samovar")
                        .replace("skip=no", "skip=maybe colour=red")
                        .replace("### trouble\n- **Too hot**: wait.", "### remedy\nWait."));
        guides.refresh();

        assertThat(guides.find("tea", Language.EN).orElseThrow().title()).isEqualTo("Making tea");
        assertThat(guides.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "tea.en.md:9: “minutes=soon”. Write how long the step takes: “minutes=3”, 240 at most.",
                        "tea.en.md:9: “help=samovar” names no article. Name the file in articles/ without its language, for instance “help=wifi-connect”.",
                        "tea.en.md:18: “colour=” in the step's braces. Only minutes, help, skip and start are known.",
                        "tea.en.md:18: “skip=maybe”. Write “skip=no” if nobody may pass over this step.",
                        "tea.en.md:27: The step “Serve” has no “### trouble”. Add it with a text under it.",
                        "tea.en.md:33: The heading “### remedy”. A step has “### explain” and “### trouble”, in English in both languages.");
    }

    @Test
    void twinsWithDifferentStepsAreNotShown() {
        files.save("guides/tea.en.md", GuideFiles.TEA_EN.replace("{#serve", "{#pour"));
        guides.refresh();

        assertThat(guides.find("tea", Language.EN).orElseThrow().step("serve")).isPresent();
        assertThat(guides.faults())
                .containsExactly(new Fault(
                        "tea.en.md",
                        27,
                        "Step 3 is “#pour”, in French it is “#serve”.",
                        "Give both languages the same anchors in the same order."));
    }

    @Test
    void aGuideInOneLanguageIsAFault() {
        files.remove("guides/cups.en.md");
        files.save("guides/Coffee.md", "");
        guides.refresh();

        assertThat(guides.find("cups", Language.EN)).isPresent();
        assertThat(guides.faults())
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        "cups.fr.md:1: The guide exists in one language only. Write cups.en.md with the same steps.",
                        "Coffee.md:1: The file's name. Call it <guide>.fr.md or <guide>.en.md.");
    }

    @Test
    void aGuideThatWasRemovedIsGoneButAnEmptyFolderIsTakenForAnOutage() {
        files.remove("guides/cups.en.md");
        files.remove("guides/cups.fr.md");
        guides.refresh();
        assertThat(guides.find("cups", Language.FR)).isEmpty();
        assertThat(guides.faults()).isEmpty();

        files.remove("guides/tea.en.md");
        files.remove("guides/tea.fr.md");
        guides.refresh();
        assertThat(guides.find("tea", Language.FR)).isPresent();
        assertThat(guides.faults()).extracting(Fault::what).containsExactly("No guide here.");
    }

    @Test
    void aStepMayBeginSomething() {
        files.save(
                "guides/tea.fr.md", GuideFiles.TEA_FR.replace("help=kettle skip=no", "help=kettle start=guide:cups"));
        files.save(
                "guides/tea.en.md", GuideFiles.TEA_EN.replace("help=kettle skip=no", "help=kettle start=guide:cups"));
        guides.refresh();

        assertThat(guides.faults()).isEmpty();
        assertThat(guides.find("tea", Language.FR).orElseThrow().steps().get(1).start())
                .isEqualTo(new Start("guide", "cups", Map.of()));

        files.save("guides/tea.fr.md", GuideFiles.TEA_FR.replace("help=kettle skip=no", "help=kettle start=unicorn"));
        guides.refresh();
        assertThat(guides.faults())
                .extracting(fault -> fault.line() + " " + fault.what())
                .contains("19 “unicorn” under start.");
    }

    @Test
    void anUnknownStartIsAFault() {
        files.save("guides/tea.fr.md", GuideFiles.TEA_FR.replace("request:return", "request:unicorn"));
        guides.refresh();

        assertThat(guides.faults()).extracting(Fault::what).containsExactly("“request:unicorn” under start.");
    }

    @Test
    void theRealGuidesHaveNoFault() {
        Guides real = new Guides(new GuideSettings(Path.of("knowledge-base")));

        assertThat(real.faults()).isEmpty();
        for (Language language : Language.values()) {
            List<Guide> all = real.all(language);
            assertThat(all)
                    .extracting(Guide::id)
                    .containsExactly(
                            "headset-audio",
                            "meeting-room",
                            "mfa-new-phone",
                            "onedrive-backup",
                            "onedrive-restore",
                            "pc-return",
                            "pc-setup",
                            "vpn-connect");
            assertThat(all)
                    .allSatisfy(guide -> assertThat(guide.next())
                            .isNotEmpty()
                            .allMatch(start ->
                                    NextStart.choice(start, real, language).isPresent()));
        }
        Guide setup = real.find("pc-setup", Language.FR).orElseThrow();
        assertThat(setup.steps()).hasSize(12);
        assertThat(setup.next())
                .extracting(Start::toString)
                .containsExactly("request:return", "guide:onedrive-restore");
        assertThat(setup.steps())
                .filteredOn(step -> !step.skippable())
                .extracting(GuideStep::anchor)
                .containsExactly("company-signin", "mfa-approval");
    }
}
