package io.atmoshub.project.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static Object value(String text) {
        return Yaml.parse("a.yaml", text).toJava();
    }

    private static YamlException refusal(String text) {
        return catchThrowableOfType(YamlException.class, () -> Yaml.parse("a.yaml", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "on",
                "off",
                "n",
                "1.2.3",
                "0x",
                "1e",
                "08x",
                "12:30",
                "2026-01-02",
                "2026-01-02T10:00:00Z",
                "-",
                "+",
                ".",
                "nUll",
                "tRue",
                "10.0.0.0/8",
                "1_000a",
                "--1",
                "+-1",
                "0b2",
                "v1"
            })
    void theseWordsAreText(String word) {
        assertThat(value("- " + (word.equals("-") ? "'-'" : word))).isEqualTo(List.of(word));
    }

    @Test
    void numbersHaveGosForms() {
        assertThat(value("[1, -2, +3, 1_000, 0x1f, 0o17, 017, 0b101, -0b1, 9223372036854775807]"))
                .isEqualTo(List.of(1L, -2L, 3L, 1000L, 31L, 15L, 15L, 5L, -1L, Long.MAX_VALUE));
        assertThat(value("[1.5, -.5, 1e3, 08, 1., 18446744073709551616]"))
                .isEqualTo(List.of(1.5, -.5, 1000.0, 8.0, 1.0, 1.8446744073709552E19));
        assertThat(value("18446744073709551615")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(value("[.inf, -.Inf, .nan]"))
                .isEqualTo(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "Null", "NULL", ""})
    void theseWordsAreNothing(String word) {
        assertThat((Map<?, ?>) value("a: " + word)).extracting("a").isNull();
    }

    @Test
    void whatIsQuotedStaysText() {
        assertThat(value("['1', \"true\", 'null', !!str 5]")).isEqualTo(List.of("1", "true", "null", "5"));
        assertThat(value("[true, False, !!int \"5\", !!float 5]")).isEqualTo(List.of(true, false, 5L, 5.0));
    }

    @Test
    void keysKeepTheirOrderAndAreText() {
        assertThat(((Map<?, ?>) value("b: 1\na: 2\n8080: 3\ntrue: 4\n")).keySet())
                .map(String.class::cast)
                .containsExactly("b", "a", "8080", "true");
    }

    @Test
    void localTagsAreKeptBesideTheText() {
        YamlMapping mapping = (YamlMapping) Yaml.parse("a.yaml", "a: !env HOME\nb: !append\n  - 1\nc: !x {d: 1}\n");
        assertThat(mapping.get("a")).isEqualTo(new YamlNode.Scalar(new Origin("a.yaml", 1, 4), "!env", "HOME", "HOME"));
        assertThat(mapping.get("b").tag()).isEqualTo("!append");
        assertThat(mapping.get("c").tag()).isEqualTo("!x");
        assertThat(mapping.text("a")).isEqualTo("HOME");
    }

    @Test
    void everyValueKnowsItsPlace() {
        YamlMapping mapping = (YamlMapping) Yaml.parse("a.yaml", "# why\nvars:\n  list:\n    - one\n    - two\n");
        YamlMapping.Entry list = mapping.mapping("vars").entry("list");
        assertThat(list.place()).hasToString("a.yaml:3:3");
        assertThat(((YamlNode.Sequence) list.value()).items().get(1).origin()).hasToString("a.yaml:5:7");
    }

    @Test
    void mergeKeysFillInWhatIsMissing() {
        String text = """
                one: &one {a: 1, b: 1}
                two: &two {b: 2, c: 2}
                x: {<<: *one, a: 9}
                y: {<<: [*one, *two]}
                """;
        assertThat(value(text))
                .extracting("x", "y")
                .containsExactly(Map.of("a", 9L, "b", 1L), Map.of("a", 1L, "b", 1L, "c", 2L));
        assertThat(refusal("x:\n  <<: 5\n")).hasMessageContaining("a.yaml:2:7").hasMessageContaining("<<: *name");
    }

    @Test
    void onlyTheFirstDocumentCountsAndAnEmptyOneIsNothing() {
        assertThat(value("---\na: 1\n---\nb: 2\n")).isEqualTo(Map.of("a", 1L));
        assertThat(value("# nothing\n")).isNull();
        assertThat(value("\uFEFFa: 1")).isEqualTo(Map.of("a", 1L));
        assertThat(value("---\n...\n")).isNull();
    }

    @Test
    void aDuplicateKeyNamesBothPlaces() {
        assertThat(refusal("a: 1\nb: 2\na: 3\n"))
                .hasMessage("a.yaml:3:1: The key \"a\" was already given at a.yaml:1:1. Keep one of them.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a:\\n\\tb: 1\\n' | 2:1 | tab",
                "'a: b: c\\n' | 1:5 | quotes",
                "'a: \"open\\n' | 2:1 | never closed",
                "'a: 1\\n  b: 2\\n' | 2:4 | line the keys up",
                "'a: *none\\n' | 1:4 | &none",
                "'a: &x [*x]\\n' | 1:8 | inside the very value",
                "'? [a, b]\\n: 1\\n' | 1:3 | quotes",
                "'a: [1, 2\\nb: 3\\n' | 2:2 | brackets",
                "'a: \\u0001\\n' | 1:4 | escape",
                "'a: 1\\nb\\nc: 2\\n' | 3:1 | no \":\"",
                "'a:\\n  - 1\\n b: 2\\n' | 3:2 | Line it up"
            })
    void aMistakeIsExplainedWhereItIs(String text, String place, String hint) {
        YamlException refusal =
                refusal(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u0001"));
        assertThat(refusal).hasMessageStartingWith("a.yaml:" + place + ": ").hasMessageContaining(hint);
    }

    @Test
    void aliasBombsAreRefusedWithoutBeingFollowed() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(
                            i,
                            i,
                            String.join(", ", List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias))));
        }
        assertThat(refusal(bomb.toString())).hasMessageStartingWith("a.yaml:7:").hasMessageContaining("fewer aliases");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: "})
    void deepNestingIsRefused(String opening) {
        assertThat(refusal("x: " + opening.repeat(100_000))).hasMessageContaining("nested deeper than 200 levels");
    }

    @Test
    void deepIndentationIsRefused() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            deep.repeat(' ', i).append("a:\n");
        }
        assertThat(refusal(deep.toString()))
                .hasMessageStartingWith("a.yaml:201:201")
                .hasMessageContaining("nested deeper");
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("big.yaml");
        try (var channel = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(50_000_000);
            channel.write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        long before = System.nanoTime();
        assertThatThrownBy(() -> Yaml.read(file))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("50,000,001 bytes")
                .hasMessageContaining("Split it");
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void aFileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xE4, '\n'});
        assertThatThrownBy(() -> Yaml.read(file)).hasMessageContaining("not UTF-8");
    }

    @Test
    void aMappingFindsManyKeysAndReplacesThem() {
        YamlMapping.Builder builder = YamlMapping.builder(Origin.startOf("a"));
        for (int i = 0; i < 1000; i++) {
            builder.put("k" + i, Origin.startOf("a"), YamlNode.Scalar.of(Origin.startOf("a"), (long) i));
        }
        YamlMapping mapping = builder.build();
        YamlMapping changed = mapping.with("k500", YamlNode.Scalar.of(Origin.startOf("b"), "new"));
        YamlMapping less = changed.toBuilder().remove("k0").build();
        assertThat(mapping.text("k500")).isEqualTo("500");
        assertThat(changed.text("k500")).isEqualTo("new");
        assertThat(changed.size()).isEqualTo(1000);
        assertThat(less.get("k0")).isNull();
        assertThat(less.text("k999")).isEqualTo("999");
        assertThat(less.entries().getFirst().key()).isEqualTo("k1");
    }
}
