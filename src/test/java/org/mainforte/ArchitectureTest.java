package org.mainforte;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.PersonId;
import org.mainforte.request.RequestDesk;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.modulith.core.ApplicationModules;

/** The house as DESIGN draws it: who may know whom, and each outside library in its one room. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mainforte");

    @Test
    void roomsKnowOnlyTheRoomsTheyList() {
        ApplicationModules.of(MainforteApplication.class).verify();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene.., org.mainforte.knowledge.index..",
        "de.bwaldvogel.liblinear.., org.mainforte.learning..",
        "org.jsoup.., org.mainforte.markdown..",
        "org.commonmark.., org.mainforte.markdown..",
        "org.yaml.snakeyaml.., org.mainforte.markdown..",
        "de.focus_shift.., org.mainforte.site..",
        "net.fortuna.ical4j.., org.mainforte.appointment..",
        "jakarta.mail.., org.mainforte.appointment..",
        "dev.langchain4j.., org.mainforte.advisor..",
        "io.nayuki.., org.mainforte.channel..",
        "com.nimbusds.., org.mainforte.people..|org.mainforte.channel..",
        "reactor.., org.mainforte.channel..|org.mainforte.handover.web..|org.mainforte.advisor.model..",
        "org.springframework.web.., org.mainforte.(**).web..|org.mainforte.people.demo..|org.mainforte.outside..|org.mainforte.advisor.model..|org.mainforte.channel.teams..",
        "io.github.resilience4j.., org.mainforte.outside..|org.mainforte.advisor..|org.mainforte.knowledge.embedding..",
    })
    void anOutsideLibraryLivesInItsRoom(String library, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms.split("\\|"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void kernelKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.mainforte.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "tools.jackson..", "reactor..")
                .check(CLASSES);
    }

    @Test
    void onlyAConversationConfirms() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mainforte.conversation..")
                .should()
                .callMethod(RequestDesk.class, "confirm", String.class, PersonId.class)
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIsFor() {
        List<String> vague = CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches(".*(Impl|Util|Utils|Helper|Manager|Service|Dto)"))
                .toList();
        assertThat(vague).isEmpty();
    }

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        Properties french = PropertiesLoaderUtils.loadProperties(new ClassPathResource("texts_fr.properties"));
        Properties english = PropertiesLoaderUtils.loadProperties(new ClassPathResource("texts_en.properties"));
        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        assertThat(Map.of("fr", blank(french), "en", blank(english)))
                .isEqualTo(Map.of("fr", List.of(), "en", List.of()));
    }

    private static List<String> blank(Properties texts) {
        return texts.stringPropertyNames().stream()
                .filter(key -> texts.getProperty(key).isBlank())
                .toList();
    }
}
