package io.atmoshub.cli.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Programs that stand for others in tests.
public final class Scripts {
    private Scripts() {}

    /// Says its name, how it was called and what its environment has, and ends with 37.
    public static Path telling(Path file, String name) throws IOException {
        return script(file, """
                echo "%s: $*"
                echo "PATH=$PATH"
                echo "trail=$ATMOS_FRONT_DOOR_TRAIL"
                echo "use=$ATMOS_VERSION_USE"
                exit 37
                """.formatted(name));
    }

    public static Path script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
