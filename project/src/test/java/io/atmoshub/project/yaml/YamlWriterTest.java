package io.atmoshub.project.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlWriterTest {
    /// The first two have one hash.
    private static final List<String> PIECES = List.of(
            "Aa", "BB", "a\nb", "yes", "", "k10", "k9", "K", "a: b", "10", "{{ x }}", "-", "AaAa", "BBBB", "AaBB");

    @Test
    void collectionsStandInBlocksIndentedByTwo() {
        String text = """
                b:
                  - 1
                  - c: x
                    d: []
                  - - deep
                    - er
                a: {}
                nothing: null
                """;
        assertThat(YamlWriter.write(Yaml.parse("a", text))).isEqualTo(text);
        assertThat(YamlWriter.write(Yaml.parse("a", text).toJava())).isEqualTo(text);
        assertThat(YamlWriter.writeSorted(Yaml.parse("a", text))).startsWith("a: {}\nb:\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "plain text|plain text",
                "true|\"true\"",
                "yes|\"yes\"",
                "1.0|\"1.0\"",
                "12:30:45|\"12:30:45\"",
                "2026-01-02|\"2026-01-02\"",
                "<<|\"<<\"",
                "{{ .vars.a }}|'{{ .vars.a }}'",
                "it's|it's",
                "'quoted|'''quoted'",
                "a: b|'a: b'",
                "a:b|a:b",
                "a #b|'a #b'",
                "a#b|a#b",
                "-|'-'",
                "- a|'- a'",
                "-a|-a",
                "*a|'*a'",
                "?a|?a",
                "a,b [c]|a,b [c]",
                "!env HOME|'!env HOME'",
                "ends:|'ends:'",
                "grün|grün",
                "~ x~|' x'"
            })
    void aTextIsQuotedOnlyWhereItHasTo(String text, String expected) {
        assertThat(YamlWriter.write(text)).isEqualTo(expected + "\n");
        assertThat(Yaml.parse("a", expected).toJava()).isEqualTo(text);
    }

    @Test
    void whatCantStandPlainlyIsEscaped() {
        assertThat(YamlWriter.write("")).isEqualTo("\"\"\n");
        assertThat(YamlWriter.write("a\tb")).isEqualTo("\"a\\tb\"\n");
        assertThat(YamlWriter.write("😀\u0001\\\"\r")).isEqualTo("\"\\U0001F600\\x01\\\\\\\"\\r\"\n");
    }

    @Test
    void severalLinesStandAsABlock() {
        assertThat(YamlWriter.write(Map.of("a", "one\ntwo\n"))).isEqualTo("a: |\n  one\n  two\n");
        assertThat(YamlWriter.write(Map.of("a", "one\n\ntwo"))).isEqualTo("a: |-\n  one\n\n  two\n");
        assertThat(YamlWriter.write(Map.of("a", "one\n\n"))).isEqualTo("a: |+\n  one\n\n");
        assertThat(YamlWriter.write(List.of("  one\ntwo\n"))).isEqualTo("- |2\n    one\n  two\n");
        assertThat(YamlWriter.write(Map.of("a", "one \ntwo\n"))).isEqualTo("a: \"one \\ntwo\\n\"\n");
        assertThat(YamlWriter.write(Map.of("k\nl", 1L))).isEqualTo("\"k\\nl\": 1\n");
    }

    @Test
    void numbersArePrintedAsGoDoes() {
        assertThat(YamlWriter.write(
                        Arrays.asList(1L, 1.5, 3.0, 1e6, 123456.0, 1234567.5, 1e-5, 0.0001, -2.5e30, null, true)))
                .isEqualTo("""
                        - 1
                        - 1.5
                        - 3
                        - 1e+06
                        - 123456
                        - 1.2345675e+06
                        - 1e-05
                        - 0.0001
                        - -2.5e+30
                        - null
                        - true
                        """);
        assertThat(YamlWriter.write(List.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0)))
                .isEqualTo("- .nan\n- -.inf\n- -0\n");
    }

    @Test
    void keysAreSortedAsGoSortsThem() {
        List<String> keys = new ArrayList<>(List.of("b10", "b9", "a", "_x", "B", "1", "02", "2", "b", "b-1", "ba"));
        keys.sort(KeyOrder.AS_GO);
        assertThat(keys).containsExactly("_x", "1", "2", "02", "B", "a", "b", "b-1", "b9", "b10", "ba");
    }

    @Test
    void whatWasWrittenBeforeChangesNothing() {
        YamlMemory memory = YamlMemory.ofOne();
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> value = new LinkedHashMap<>();
            for (int entry = random.nextInt(4); entry >= 0; entry--) {
                value.put(PIECES.get(random.nextInt(PIECES.size())), PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(YamlWriter.writeSorted(value, map -> true, memory)).isEqualTo(YamlWriter.writeSorted(value));
        }
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> nasty = List.of(
                "",
                " ",
                "\n",
                "\n\n",
                "a\n",
                " a\nb",
                "a\n b\n",
                "#",
                "a # b",
                "---",
                "--- a",
                "...",
                "\t",
                "a\tb",
                "'",
                "\"",
                "\\",
                "%a",
                "@a",
                "`a",
                "null",
                "~",
                "0x1f",
                "1e3",
                ".5",
                "+1",
                "=",
                "[a",
                "a]",
                "{a",
                "? a",
                ": a",
                "a:",
                "&a",
                "*a",
                "|",
                ">",
                "a\r\nb",
                "\u0085",
                "\u2028",
                "trailing ",
                "é\n",
                "<<",
                "0o7",
                "y",
                "1:20",
                "-",
                "- ",
                "!",
                "!a b",
                "a: b\nc: d\n");
        for (String text : nasty) {
            values.put("k" + values.size(), text);
            values.put(text, List.of(List.of(text), Map.of(text, text)));
        }
        assertThat(Yaml.parse("a", YamlWriter.write(values)).toJava()).isEqualTo(values);
    }
}
