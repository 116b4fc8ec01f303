package org.mainforte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    /** {@code O_DSYNC} of Linux, see open(2) and asm-generic/fcntl.h. */
    private static final int O_DSYNC = 0_10000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void known() {
        DurableFile.register();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:retry:durable:" + folder.resolve("db") + ";WRITE_DELAY=0");
    }

    /** The kernel tells how the file is open. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void everyWriteIsOnTheDiskWhenItReturns() throws Exception {
        try (Connection connection = open()) {
            connection.createStatement().execute("create table note (text varchar)");
            assertThat(flags(folder.resolve("db.mv.db"))).isNotEmpty().allMatch(flags -> (flags & O_DSYNC) != 0);
        }
    }

    private static List<Integer> flags(Path file) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(descriptor -> file.toString().equals(target(descriptor)))
                    .map(DurableFileTest::flagsOf)
                    .toList();
        }
    }

    /** Null for a descriptor that was closed meanwhile. */
    private static @Nullable String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return null;
        }
    }

    private static int flagsOf(Path descriptor) {
        try {
            return Files.readAllLines(Path.of(
                            "/proc/self/fdinfo", descriptor.getFileName().toString()))
                    .stream()
                    .filter(line -> line.startsWith("flags:"))
                    .map(line -> Integer.parseInt(line.substring(6).strip(), 8))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException closed) {
            return 0;
        }
    }

    /** An interrupted thread closes a Java file channel, and with it the whole database, if nobody opens it again. */
    @Test
    void anInterruptedThreadDoesNotCloseTheDatabase() throws Exception {
        try (Connection connection = open()) {
            connection.createStatement().execute("create table note (text varchar)");
            Thread.currentThread().interrupt();
            connection.createStatement().execute("insert into note values ('written while interrupted')");
            Thread.interrupted();
            try (Connection other = open();
                    ResultSet found = other.createStatement().executeQuery("select text from note")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1)).isEqualTo("written while interrupted");
            }
        }
    }
}
