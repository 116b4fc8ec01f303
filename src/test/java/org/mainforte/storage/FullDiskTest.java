package org.mainforte.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the disk is full nothing is taken; when there is room again everything goes on, without a restart and with all kept. */
class FullDiskTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void goesOnWhenThereIsRoomAgain(@TempDir Path folder) throws InterruptedException {
        FullDisk.register();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:full:" + folder.resolve("kept") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        config.setExceptionOverrideClassName(LostDatabase.class.getName());
        config.setConnectionTimeout(1_000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcClient jdbc = JdbcClient.create(pool);
            jdbc.sql("create table said (words varchar)").update();
            jdbc.sql("insert into said values ('before')").update();
            FullDisk.FULL.set(true);
            assertThatThrownBy(
                            () -> jdbc.sql("insert into said values ('lost')").update())
                    .isInstanceOf(DataAccessException.class);
            FullDisk.FULL.set(false);
            say(jdbc, "after", Instant.now().plus(SOON));
            assertThat(jdbc.sql("select words from said order by words")
                            .query((row, number) -> row.getString(1))
                            .list())
                    .containsExactly("after", "before");
        } finally {
            FullDisk.FULL.set(false);
        }
    }

    private static void say(JdbcClient jdbc, String words, Instant until) throws InterruptedException {
        boolean said = false;
        while (!said) {
            try {
                said = jdbc.sql("insert into said values (:words)")
                                .param("words", words)
                                .update()
                        == 1;
            } catch (DataAccessException notYet) {
                if (Instant.now().isAfter(until)) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
