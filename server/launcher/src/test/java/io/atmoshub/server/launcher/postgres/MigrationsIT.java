package io.atmoshub.server.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.server.schema.DatabaseLogin;
import io.atmoshub.server.schema.DatabaseRefused;
import io.atmoshub.server.schema.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    @Test
    void aSecondStartFindsNothingToDo() {
        var database = TestPostgres.freshDatabase();

        assertThat(new Migrations(database.owner(), database.app()).apply()).isZero();
    }

    @Test
    void aStartNeverGivesBackWhatAMigrationTook() throws SQLException {
        var database = TestPostgres.freshDatabase();
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table sealed (id int)");
            statement.execute("revoke delete on sealed from " + database.app().user());
        }

        new Migrations(database.owner(), database.app()).apply();

        try (Connection app = database.connectAsApp();
                Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from sealed")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void aNewPasswordOfTheLesserRoleIsTaken() throws SQLException {
        var database = TestPostgres.freshDatabase();
        var changed = new DatabaseLogin(database.app().url(), database.app().user(), "another");

        new Migrations(database.owner(), changed).apply();

        try (Connection app = new TestPostgres.Database(database.owner(), changed).connectAsApp()) {
            assertThat(app.isValid(5)).isTrue();
        }
    }

    @Test
    void tablesOfANewerHubAreRefused() throws SQLException {
        var database = TestPostgres.freshDatabase();
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (9999, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'test', 1, true)
                    """);
        }

        assertThatThrownBy(() -> new Migrations(database.owner(), database.app()).apply())
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("newer Atmos Hub")
                .hasMessageContaining("9999");
    }

    @Test
    void anUnreachableDatabaseIsNamedInOneLine() {
        var nowhere = new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/hub?connectTimeout=2", "olga", "hunter2");

        assertThatThrownBy(() -> new Migrations(nowhere, nowhere).apply())
                .isInstanceOf(DatabaseRefused.class)
                .message()
                .hasLineCount(1)
                .contains("127.0.0.1:1/hub", "ATMOS_HUB_DB_URL")
                .doesNotContain("hunter2");
    }
}
