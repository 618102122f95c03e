package io.atmoshub.toolchain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.Golden;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A registry taken apart is the same as one that is read whole.
class RegistryTextTest {
    @Test
    void aPackageIsTheSameAfterItWasIndexed() {
        YamlNode read = Yaml.parse("f", """
                name: some words
                empty:
                yes: true
                number: 1.10
                list: [one, {two: {}}]
                """);

        same(NodeCodec.decode("f", ByteBuffer.wrap(NodeCodec.encode(read))), read);
    }

    @Test
    void aRegistryInPiecesIsTheSameAsInOne() throws IOException {
        String text = Files.readString(Golden.folder("aqua").resolve("registry.yaml"));
        List<YamlNode> pieces = new RegistryText("registry.yaml", text).packages(node -> node);

        // What stands last here only the complete parser knows, which then reads it all.
        String complete = text + "\nlast: \"one\n  two\"\n";
        assertThat(Yaml.plain("registry.yaml", complete, 1, RegistryText.LIMITS))
                .isEmpty();
        YamlNode whole = Yaml.parse("registry.yaml", complete, RegistryText.LIMITS);

        List<YamlNode> packages = ((YamlNode.Sequence) ((YamlMapping) whole).get("packages")).items();
        assertThat(pieces).hasSameSizeAs(packages);
        for (int i = 0; i < pieces.size(); i++) {
            same(pieces.get(i), packages.get(i));
        }
    }

    @Test
    void anchorsThatReachFarAreFollowed() {
        List<YamlNode> read = new RegistryText("r.yaml", """
                packages:
                  - name: a/b
                    files: &files
                      - name: x
                  - name: c/d
                    files: *files
                """).packages(node -> node);

        assertThat(((YamlMapping) read.get(1)).get("files")).isEqualTo(((YamlMapping) read.get(0)).get("files"));
    }

    @Test
    void whatIsNoRegistryIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("tools: {}"))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("r.yaml:1:1: this is no registry");
        assertThatThrownBy(() -> read("packages: text")).hasMessageContaining("r.yaml:1:11");
        assertThatThrownBy(() -> read("packages:\n  - name: a/b\n    files: [\n"))
                .hasMessageContaining("r.yaml:");
        assertThatThrownBy(() -> read("packages:\n  - &a [*a, *a]\n")).isInstanceOf(ToolchainException.class);
        assertThat(read("packages:\n")).isEmpty();
        assertThat(read("packages: []\n")).isEmpty();
        assertThat(read("---\r\n# c\r\npackages:\r\n- name: a/b\r\n  type: http\r\n"))
                .hasSize(1);
    }

    @Test
    void aBombOfAliasesIsRefused() {
        var bomb = new StringBuilder("packages:\n  - a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("    a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(ToolchainException.class);
    }

    private static List<YamlNode> read(String text) {
        return new RegistryText("r.yaml", text).packages(node -> node);
    }

    private static void same(YamlNode left, YamlNode right) {
        assertThat(left.getClass()).isEqualTo(right.getClass());
        switch (left) {
            case YamlNode.Scalar scalar -> {
                assertThat(scalar.text()).isEqualTo(((YamlNode.Scalar) right).text());
                assertThat(scalar.value() == null).isEqualTo(((YamlNode.Scalar) right).value() == null);
                if (scalar.value() != null) {
                    assertThat(scalar.origin()).isEqualTo(right.origin());
                }
            }
            case YamlNode.Sequence sequence -> {
                List<YamlNode> others = ((YamlNode.Sequence) right).items();
                assertThat(sequence.items()).hasSameSizeAs(others);
                for (int i = 0; i < others.size(); i++) {
                    same(sequence.items().get(i), others.get(i));
                }
            }
            case YamlMapping mapping -> {
                assertThat(mapping.origin()).isEqualTo(right.origin());
                assertThat(mapping.size()).isEqualTo(((YamlMapping) right).size());
                for (YamlMapping.Entry entry : mapping) {
                    YamlMapping.Entry other = ((YamlMapping) right).entry(entry.key());
                    assertThat(other).as(entry.key()).isNotNull();
                    assertThat(entry.place()).isEqualTo(other.place());
                    same(entry.value(), other.value());
                }
            }
        }
    }
}
