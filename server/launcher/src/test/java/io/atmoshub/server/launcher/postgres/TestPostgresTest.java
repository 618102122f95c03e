package io.atmoshub.server.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void theLesserRoleWritesRowsAndChangesNoTable() throws SQLException {
        var database = TestPostgres.freshDatabase();
        try (Connection owner = database.connectAsOwner();
                Connection app = database.connectAsApp();
                Statement asOwner = owner.createStatement();
                Statement asApp = app.createStatement()) {
            asOwner.execute("create table pebble (id bigint generated always as identity, colour text)");

            asApp.execute("insert into pebble (colour) values ('grey')");

            assertThat(asApp.executeUpdate("delete from pebble")).isEqualTo(1);
            assertThatThrownBy(() -> asApp.execute("drop table pebble")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> asApp.execute("create table mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> asApp.execute("delete from flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void eachCallerGetsADatabaseOfItsOwn() {
        assertThat(TestPostgres.freshDatabase().owner().url())
                .isNotEqualTo(TestPostgres.freshDatabase().owner().url());
    }
}
