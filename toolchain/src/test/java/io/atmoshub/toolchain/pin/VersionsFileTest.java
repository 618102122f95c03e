package io.atmoshub.toolchain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.ToolchainException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a versions file says, and that an edit touches nothing else in it.
class VersionsFileTest {
    private static final String FILE = """
            # our tools

            terraform   1.13.1 1.11.4   # the second is for the old stacks
              opentofu\t1.10.0
            just-a-name
            helm 3.12.0#no blank before
            """;

    @TempDir
    Path folder;

    @Test
    void aLineIsAToolWithItsVersions() {
        assertThat(VersionsFile.of(FILE).pins())
                .containsExactly(
                        Map.entry("terraform", List.of("1.13.1", "1.11.4")),
                        Map.entry("opentofu", List.of("1.10.0")),
                        Map.entry("helm", List.of("3.12.0")));
    }

    @Test
    void withoutAnEditTheTextIsTheSameByteByByte() {
        for (String text : List.of(FILE, FILE.replace("\n", "\r\n"), "a 1", "", "\n\n# x", "\uFEFFa 1\n")) {
            assertThat(VersionsFile.of(text).text()).isEqualTo(text);
            assertThat(VersionsFile.of(text).without("nobody").text()).isEqualTo(text);
        }
    }

    @Test
    void anEditChangesItsLineAndKeepsTheRest() {
        assertThat(VersionsFile.of(FILE).withDefault("terraform", "1.11.4").text())
                .isEqualTo(FILE.replace("1.13.1 1.11.4", "1.11.4 1.13.1"));
        assertThat(VersionsFile.of(FILE).adding("opentofu", "1.9.0").text())
                .isEqualTo(FILE.replace("1.10.0", "1.10.0 1.9.0"));
        assertThat(VersionsFile.of(FILE).adding("opentofu", "1.10.0").text()).isEqualTo(FILE);
        assertThat(VersionsFile.of(FILE).without("terraform", "1.13.1").text())
                .isEqualTo(FILE.replace("1.13.1 1.11.4", "1.11.4"));
        assertThat(VersionsFile.of(FILE).without("helm", "3.12.0").text())
                .isEqualTo(FILE.replace("helm 3.12.0#no blank before\n", ""));
        assertThat(VersionsFile.of(FILE).replacing("helm", "3.12.0", "3.13.0").text())
                .isEqualTo(FILE.replace("3.12.0#", "3.13.0#"));
    }

    @Test
    void aNewToolComesLastWithTheFilesOwnLineEnds() {
        assertThat(VersionsFile.of("a 1").adding("b", "2").text()).isEqualTo("a 1\nb 2\n");
        assertThat(VersionsFile.of("a 1\r\n").withDefault("b", "2").text()).isEqualTo("a 1\r\nb 2\r\n");
        assertThat(VersionsFile.of("").adding("b", "2").text()).isEqualTo("b 2\n");
    }

    @Test
    void theNearestLineAboutAToolCounts() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path inner = Files.createDirectories(folder.resolve("work/project/stacks"));
        Files.writeString(home.resolve(".tool-versions"), "jq 1.6\nyq 4\n");
        Files.writeString(folder.resolve("work/.tool-versions"), "jq 1.7\nhelm 3\n");
        Files.writeString(folder.resolve("work/project/.tool-versions"), "helm 4\n");

        Pins pins = Pins.from(inner, ".tool-versions", Map.of("HOME", home.toString()));

        assertThat(pins.all().stream().map(pin -> pin.name() + " " + pin.version()))
                .containsExactly("helm 4", "jq 1.7", "yq 4");
        assertThat(pins.file()).isEqualTo(folder.resolve("work/project/.tool-versions"));
        assertThat(pins.find("jq"::equals).orElseThrow().file()).isEqualTo(folder.resolve("work/.tool-versions"));
    }

    @Test
    void oneFileCanBeNamedInstead() throws Exception {
        Files.writeString(folder.resolve(".tool-versions"), "jq 1.6\n");
        Files.writeString(folder.resolve("pins"), "jq 1.7\n");
        Map<String, String> environment = Map.of("ATMOS_TOOL_VERSIONS", "pins");

        assertThat(Pins.from(folder, ".tool-versions", environment)
                        .all()
                        .getFirst()
                        .version())
                .isEqualTo("1.7");
        assertThat(Pins.from(folder, "ci/pins", Map.of()).all()).isEmpty();
        assertThat(Pins.from(folder, "ci/pins", Map.of()).file()).isEqualTo(folder.resolve("ci/pins"));
        assertThat(Pins.from(folder.resolve("x"), ".tool-versions", Map.of("HOME", "/nowhere"))
                        .file())
                .isEqualTo(folder.resolve(".tool-versions"));
    }

    @Test
    void anEditGoesThroughALinkAndKeepsTheFilesMode() throws Exception {
        Path real = Files.writeString(folder.resolve("shared"), "jq 1.6\n");
        Files.setPosixFilePermissions(real, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve(".tool-versions"), Path.of("shared"));

        Pins.edit(link, file -> file.adding("jq", "1.7"));

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("jq 1.6 1.7\n");
        assertThat(Files.getPosixFilePermissions(real)).hasSize(4);
    }

    @Test
    void aFileThatIsNoTextIsSaidToBeNone() throws Exception {
        Files.write(folder.resolve(".tool-versions"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> Pins.from(folder, ".tool-versions", Map.of()))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("is no text");
    }
}
