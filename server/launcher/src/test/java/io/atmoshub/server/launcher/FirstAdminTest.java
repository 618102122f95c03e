package io.atmoshub.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {
    @TempDir
    Path data;

    @Test
    void aGivenPasswordIsNotRepeated() {
        assertThat(FirstAdmin.of(Optional.of("correct horse")).hint(data, true)).doesNotContain("correct horse");
    }

    @Test
    void aTerminalShowsTheMadePasswordAndNoFileKeepsIt() {
        FirstAdmin admin = FirstAdmin.of(Optional.empty());

        assertThat(admin.hint(data, true)).endsWith(admin.password());
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void withoutATerminalOnlyAFileOfOursHasIt() throws IOException {
        FirstAdmin admin = FirstAdmin.of(Optional.empty());

        String hint = admin.hint(data, false);

        Path file = data.resolve("admin-password");
        assertThat(hint).contains(file.toString()).doesNotContain(admin.password());
        assertThat(Files.readString(file).strip()).isEqualTo(admin.password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
