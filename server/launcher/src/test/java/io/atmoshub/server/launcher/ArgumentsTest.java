package io.atmoshub.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void withoutArgumentsTheHubRuns() {
        assertThat(Arguments.parse(List.of())).isEqualTo(new Arguments.Run(Optional.empty(), false));
    }

    @Test
    void settingsMayComeFromAFile() {
        assertThat(Arguments.parse(List.of("--end-with-parent", "--settings", "/etc/hub.properties")))
                .isEqualTo(new Arguments.Run(Optional.of(Path.of("/etc/hub.properties")), true));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThat(Arguments.parse(List.of("--prot"))).isEqualTo(new Arguments.Misused("Unknown argument: --prot"));
        assertThat(Arguments.parse(List.of("--settings"))).isInstanceOf(Arguments.Misused.class);
        assertThat(Arguments.parse(List.of("--end-with-parent", "me"))).isInstanceOf(Arguments.Misused.class);
    }
}
