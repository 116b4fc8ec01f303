package org.mainforte.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.markdown.Yaml;

/** Files of a folder that somebody saves while they are in use. */
class LiveFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatWasSavedLastIsSaid() throws IOException {
        write("one.yaml", "name: Metz");
        var files = new LiveFiles<>(folder, LiveFilesTest::names);
        write("two.yaml", "name: Toul");
        files.look();
        assertThat(files.get()).containsExactly("Metz", "Toul");
        Files.delete(folder.resolve("one.yaml"));
        files.look();
        assertThat(files.get()).containsExactly("Toul");
    }

    @Test
    void aFileThatDoesNotFitLeavesWhatWasKnown() throws IOException {
        write("one.yaml", "name: Metz");
        var files = new LiveFiles<>(folder, LiveFilesTest::names);
        write("one.yaml", "name: [Metz, nowhere");
        files.look();
        assertThat(files.get()).containsExactly("Metz");
        write("one.yaml", "name: Nancy again");
        files.look();
        assertThat(files.get()).containsExactly("Nancy again");
    }

    @Test
    void aFolderThatIsGoneLeavesWhatWasKnown() throws IOException {
        write("one.yaml", "name: Metz");
        var files = new LiveFiles<>(folder, LiveFilesTest::names);
        Files.delete(folder.resolve("one.yaml"));
        Files.delete(folder);
        files.look();
        assertThat(files.get()).containsExactly("Metz");
    }

    @Test
    void atTheStartAFileThatDoesNotFitIsRefused() throws IOException {
        write("one.yaml", "name: [Metz");
        assertThatThrownBy(() -> new LiveFiles<>(folder, LiveFilesTest::names))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("one.yaml");
    }

    private static List<String> names(List<Path> files) {
        return files.stream()
                .map(file -> String.valueOf(Yaml.read(file).get("name")))
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
