package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstructsTest {

    private static final Map<String, Object> DATA = data();

    private static Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("name", "vpc");
        data.put("count", 3);
        data.put("ratio", 1.5);
        data.put("on", true);
        data.put("off", false);
        data.put("nothing", null);
        data.put("empty", List.of());
        data.put("zones", List.of("a", "b", "c"));
        data.put("vars", new LinkedHashMap<>(Map.of("stage", "dev", "tags", Map.of("z", 1, "a", 2))));
        data.put("gaps", Arrays.asList("x", null));
        data.put("twice", (Function) call -> call.integer(0) * 2);
        return data;
    }

    /// Template, then what Go's text/template makes of it.
    static List<List<String>> cases() {
        return List.of(
                List.of("plain", "plain"),
                List.of("{{.name}}-{{ .vars.stage }}", "vpc-dev"),
                List.of("{{.missing}} {{.missing.deeper}} {{.nothing}}", "<no value> <no value> <no value>"),
                List.of("{{/* a comment */}}x{{- /* and\none more */ -}} y", "xy"),
                List.of("a  {{- .count -}}  b", "a3b"),
                List.of("a {{-3}} b", "a -3 b"),
                List.of("a\n{{- \"\" }}\n b {{ \"\" -}}\n c", "a\n b c"),
                List.of("{{\"q\\\"\\u00e9\\x41\\n\" | printf \"%q\"}}", "\"q\\\"éA\\n\""),
                List.of("{{`raw \\n`}}", "raw \\n"),
                List.of(
                        "{{0x1F}} {{0b11}} {{0o17}} {{017}} {{1_000}} {{1e3}} {{-1.50}} {{'a'}} {{0x1p4}}",
                        "31 3 15 15 1000 1000 -1.5 97 16"),
                List.of("{{$x := 1}}{{$x}}{{$x = 2}}{{$x}}{{if true}}{{$x := 9}}{{$x}}{{$x = 8}}{{end}}{{$x}}", "1292"),
                List.of("{{$x := 1}}{{if true}}{{$x = 5}}{{end}}{{$x}}", "5"),
                List.of("{{$x := .vars}}{{$x.stage}} {{$.name}}", "dev vpc"),
                List.of("{{if .on}}y{{else}}n{{end}}{{if .off}}y{{else}}n{{end}}", "yn"),
                List.of("{{if .off}}1{{else if .empty}}2{{else if .on}}3{{else}}4{{end}}", "3"),
                List.of("{{if $n := .count}}{{$n}}{{end}}", "3"),
                List.of("{{with .vars}}{{.stage}}{{$.name}}{{end}}{{with .off}}x{{else}}no{{end}}", "devvpcno"),
                List.of("{{with .off}}x{{else with .name}}{{.}}{{else}}z{{end}}", "vpc"),
                List.of("{{with $v := .vars}}{{$v.stage}}{{end}}", "dev"),
                List.of("{{range .zones}}{{.}},{{end}}", "a,b,c,"),
                List.of("{{range $i, $z := .zones}}{{$i}}{{$z}} {{end}}", "0a 1b 2c "),
                List.of("{{range $z := .zones}}{{$z}}{{end}}", "abc"),
                List.of("{{range $k, $v := .vars.tags}}{{$k}}={{$v}};{{end}}", "a=2;z=1;"),
                List.of("{{range .empty}}x{{else}}none{{end}}{{range .nothing}}x{{else}}nil{{end}}", "nonenil"),
                List.of(
                        "{{range 3}}{{.}}{{end}} {{range $i := .count}}{{$i}}{{end}}{{range 0}}x{{else}}-{{end}}",
                        "012 012-"),
                List.of("{{range .zones}}{{if eq . \"b\"}}{{continue}}{{end}}{{.}}{{end}}", "ac"),
                List.of("{{range .zones}}{{if eq . \"b\"}}{{break}}{{end}}{{.}}{{end}}", "a"),
                List.of("{{range .zones}}{{range $.zones}}{{break}}{{end}}{{.}}{{end}}", "abc"),
                List.of("{{$i := 0}}{{$l := \"\"}}{{range $i, $l = .zones}}{{end}}{{$i}}{{$l}}", "2c"),
                List.of(
                        "{{define \"t\"}}[{{.}}{{$}}]{{end}}{{template \"t\" .name}}{{template \"t\"}}",
                        "[vpcvpc][<no value><no value>]"),
                List.of("{{block \"b\" .name}}<{{.}}>{{end}}{{template \"b\" 1}}", "<vpc><1>"),
                List.of(
                        "{{define \"a\"}}{{template \"b\" .}}{{end}}{{define \"b\"}}b{{.}}{{end}}{{template \"a\" 1}}",
                        "b1"),
                List.of("{{template \"x\"}}{{define \"x\"}}1{{end}}{{define \"x\"}}  {{end}}", "1"),
                List.of("{{.zones | len | printf \"%03d\"}}", "003"),
                List.of("{{(index .zones 1) | printf \"%s-%s\" \"x\"}}", "x-b"),
                List.of("{{(.vars).stage}} {{(index .vars \"tags\").a}}", "dev 2"),
                List.of("{{printf \"%d\" (len (print \"a\" \"b\"))}}", "2"),
                List.of(
                        "{{and .on .name}} {{and .off .name}} {{or .off .name}} {{or .off .empty}}",
                        "vpc false vpc []"),
                List.of("{{and .off (index .empty 7)}} {{or .on (index .empty 7)}}", "false true"),
                List.of("{{not .off}} {{not .name}}", "true false"),
                List.of(
                        "{{eq 1 2 3 1}} {{eq .name \"vpc\"}} {{ne 1 2}} {{eq .nothing nil}} {{eq .name nil}}",
                        "true true true true false"),
                List.of("{{lt 1 2}} {{le 2 2}} {{gt 1.5 1.0}} {{ge \"a\" \"b\"}}", "true true true false"),
                List.of("{{len .zones}} {{len .vars}} {{len \"né\"}}", "3 2 3"),
                List.of(
                        "{{index .vars \"tags\" \"a\"}} {{index .zones 2}} {{index .vars \"none\"}} {{index \"abc\" 1}}",
                        "2 c <no value> 98"),
                List.of(
                        "{{slice .zones 1}} {{slice .zones 0 2}} {{slice \"hello\" 1 3}} {{slice .zones 0 1 2}}",
                        "[b c] [a b] el [a]"),
                List.of("{{call .twice 4}}", "8"),
                List.of("{{print 1 2 \"a\" 3 4}} {{println 1 \"a\"}}", "1 2a3 4 1 a\n"),
                List.of(
                        "{{.vars}} {{.zones}} {{.gaps}} {{.ratio}} {{.on}}",
                        "map[stage:dev tags:map[a:2 z:1]] [a b c] [x <nil>] 1.5 true"),
                List.of("{{range .gaps}}{{.}},{{end}}", "x,<no value>,"),
                List.of(
                        "{{html \"<a href='x'>\"}} {{js \"it's <b>\"}} {{urlquery \"a b&c\"}} {{html .nothing}}",
                        "&lt;a href=&#39;x&#39;&gt; it\\'s \\u003Cb\\u003E a+b%26c &lt;no value&gt;"),
                List.of("{{ .name\n | print }}", "vpc"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aConstructWritesWhatGoWrites(List<String> templateAndOutput) {
        assertThat(Rendered.of(templateAndOutput.get(0), DATA)).isEqualTo(templateAndOutput.get(1));
    }

    @Test
    void otherDelimitersLeaveTheUsualOnesAlone() {
        var template = Template.parse(
                "test", "{{.name}} [[.name]][[- /* c */ -]] x", Options.DEFAULT.withDelimiters("[[", "]]"));

        assertThat(template.execute(DATA, Functions.NONE, Reach.NOTHING, Limits.DEFAULT))
                .isEqualTo("{{.name}} vpcx");
    }

    @Test
    void withoutActionsATextIsItsOwnResult() {
        String text = "nothing to do here";

        assertThat(Rendered.of(text)).isSameAs(text);
    }
}
