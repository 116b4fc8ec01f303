package org.mainforte.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class MigrationsTest {
    @TempDir
    private Path folder;

    private DataSource embedded() {
        return JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("db")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "sa",
                "");
    }

    @Test
    void bothDatabasesGetTheSameTables() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            assertThat(migrated(postgres.getPostgresDatabase())).isEqualTo(migrated(embedded()));
        }
    }

    /**
     * H2 commits every table as it is made (DDL is not transactional), so a kill during a migration leaves part of it: running
     * a migration again must do no harm. Hence {@code if not exists} everywhere.
     */
    @Test
    void aMigrationThatWasCutOffIsRunAgain() throws Exception {
        DataSource database = embedded();
        Map<String, String> once = migrated(database);
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("delete from flyway_schema_history where version is not null");
        }
        assertThat(migrated(database)).isEqualTo(once);
    }

    /** The columns with whether they may be null. */
    private static Map<String, String> migrated(DataSource database) throws Exception {
        Flyway.configure().dataSource(database).load().migrate();
        Map<String, String> columns = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData meta = connection.getMetaData();
            try (ResultSet row = meta.getColumns(null, "public", "%", "%")) {
                while (row.next()) {
                    String table = row.getString("TABLE_NAME");
                    if (isTable(meta, table) && !table.startsWith("flyway")) {
                        columns.put(table + "." + row.getString("COLUMN_NAME"), row.getString("IS_NULLABLE"));
                    }
                }
            }
        }
        assertThat(columns).containsKeys("conversation.dialogue", "message.content", "request.form", "ticket.state");
        return columns;
    }

    private static boolean isTable(DatabaseMetaData meta, String name) throws Exception {
        try (ResultSet tables = meta.getTables(null, "public", name, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }
}
