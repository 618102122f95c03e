package io.atmoshub.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bundled project is sound, and `docs/stacks.md` shows what it really shows.
class ExampleTest {
    @TempDir
    Path home;

    private Played played;

    @BeforeEach
    void theExample() {
        played = new Played(home, example()).with("PATH", "/bin:/usr/bin");
    }

    @Test
    void itsStacksAreValid() {
        assertThat(played.run("validate", "stacks")).as(played.err()).isZero();

        assertThat(played.err()).contains("All stacks validated successfully");
    }

    @Test
    void itHasTheStacksOfThePage() {
        assertThat(played.run("list", "stacks")).as(played.err()).isZero();

        assertThat(page()).contains("$ atmos list stacks\n" + played.out());
    }

    @Test
    void aValueIsExplainedAsOnThePage() {
        assertThat(played.run("explain", "vpc", "-s", "platform-prod-euw1", "vars.az_count"))
                .as(played.err())
                .isZero();

        assertThat(page()).contains("vars.az_count\n" + played.out());
    }

    @Test
    void everyComponentCanBeDescribed() {
        assertThat(played.run("describe", "stacks", "--format", "json"))
                .as(played.err())
                .isZero();

        assertThat(played.out())
                .contains("\"platform-prod-euw1\"", "\"lockers-dev-euw1\"")
                .doesNotContain("{{");
    }

    @Test
    void itsWorkflowsCanBeShown() {
        assertThat(played.run("workflow", "platform", "-f", "deploy", "-s", "platform-dev-euw1", "--dry-run"))
                .as(played.err())
                .isZero();

        assertThat(played.out()).startsWith("atmos terraform apply vpc -s 'platform-dev-euw1'\n");
    }

    private static String page() {
        try {
            return Files.readString(top().resolve("docs/stacks.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path example() {
        return top().resolve("examples/mossgate");
    }

    private static Path top() {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isRegularFile(here.resolve("docs/stacks.md"))) {
                return here;
            }
        }
        throw new AssertionError("There is no docs/stacks.md above this folder");
    }
}
