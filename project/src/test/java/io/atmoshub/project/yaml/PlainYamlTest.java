package io.atmoshub.project.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fast reader and the complete one agree: on the tree with every place in it, or on who has to read.
class PlainYamlTest {
    private static final List<String> PIECES = List.of(
            "a:",
            "b: 1",
            "- x",
            "-",
            "c: 'it''s'",
            "d: \"q\\n\"",
            "e: [1, two, {f: g}]",
            "h: {i: j, \"k\": [ ]}",
            "# note",
            "l: m # note",
            "n: |",
            "o: |-",
            "p: |+",
            "text",
            "fo: >",
            "fp: >-",
            "fq: >+",
            "emo: [😀, x]",
            "  indented",
            "q: !env HOME",
            "r: !labels",
            "s: &t u",
            "aa: &t",
            "ab: &t2 # x",
            "- &t",
            "- *t",
            "ac: *t2",
            "v: *t",
            "<<: *t",
            "w: >",
            "---",
            "...",
            "x: y: z",
            "- a: b",
            "- - c",
            "'k': v",
            "\"k\": v",
            "? k",
            ": v",
            "url: http://x/y#z",
            "t: a\tb",
            "{a: b}",
            "[a]",
            "%TAG",
            "z: ",
            "neg: -1",
            "dash: -x",
            "e2: [-1, -x]",
            "tpl: '{{ .a }}'",
            "raw: {{ .a }}",
            "long key with blanks: 1",
            "null:",
            "~: 1",
            "u: grün",
            "- |",
            "\"open: 1",
            "sp: 'a'b",
            "c:d",
            "m: [a, b",
            "  - deep",
            "    more: 1",
            "f: {a: 1, a: 2}",
            "g: [a: b]",
            "i: !x [1]",
            "j: !append",
            "tr: v   ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb:\n  - x\n  - y: z\n    w: [1, 2]\nc:\n- same\n- indent\n",
                "---\n# head\na: |\n  one\n\n   two\n  three\nb: |-\n  x\nc: |+\n  y\n\n",
                "- - a\n  - b\n-\n  c: d\n-\n- e:\n",
                "vars: !include ../x.yaml\ntags: !labels\nname: !env \"HOME\" # why\n",
                "a: &x\n  b: 1\nc: *x\nd: &y\n- 1\ne:\n  - *y\n  - &z\n    f: *x\n",
                "a: >\n  one\n  two\n\n  three\n    deep\n  four\nb: >-\n  x\n",
                "a:\nb:\n  c:\nd: {}\n",
                "key with blanks: http://a/b#c\n\"quoted\": 'x'\n"
            })
    void whatPeopleWriteIsReadFast(String text) {
        YamlNode fast = PlainYaml.read("a.yaml", text, 1, YamlLimits.DEFAULT);
        assertThat(fast).isNotNull().isEqualTo(new YamlComposer("a.yaml", YamlLimits.DEFAULT).compose(text));
    }

    @Test
    void bothAgreeOnWhateverIsPutTogether() {
        Random random = new Random(7);
        int fast = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int lines = 1 + random.nextInt(6);
            for (int line = 0; line < lines; line++) {
                text.repeat(' ', 2 * random.nextInt(4))
                        .append(PIECES.get(random.nextInt(PIECES.size())))
                        .append(random.nextInt(12) == 0 ? "\n\n" : "\n");
            }
            fast += agree(text.toString()) ? 1 : 0;
        }
        assertThat(fast).isGreaterThan(1_000);
    }

    private static boolean agree(String text) {
        YamlNode fast = PlainYaml.read("a.yaml", text, 1, YamlLimits.DEFAULT);
        if (fast != null) {
            assertThat(fast).as(text).isEqualTo(new YamlComposer("a.yaml", YamlLimits.DEFAULT).compose(text));
        }
        return fast != null;
    }
}
