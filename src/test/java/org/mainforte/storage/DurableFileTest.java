package org.mainforte.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DurableFileTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void known() {
        DurableFile.register();
    }

    private String url() {
        return "jdbc:h2:retry:durable:" + folder.resolve("db") + ";WRITE_DELAY=0";
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url(), "sa", "");
    }

    /** The JDK's own flight recorder tells what reached the disk. */
    @Test
    void aCommitIsForcedToTheDisk() throws Exception {
        DataSource database = JdbcConnectionPool.create(url(), "sa", "");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table note (text varchar)").update();
        var transaction = new TransactionTemplate(new DurableTransactions(database));
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            transaction.executeWithoutResult(
                    status -> jdbc.sql("insert into note values ('a')").update());
            recording.stop();
            // Other databases of this process may be forced as well.
            assertThat(forced(recording)).contains(folder.resolve("db.mv.db").toString());
        }
    }

    private List<String> forced(Recording recording) throws Exception {
        Path file = folder.resolve("recording.jfr");
        recording.dump(file);
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        Files.delete(file);
        return events.stream().map(event -> event.getString("path")).toList();
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
