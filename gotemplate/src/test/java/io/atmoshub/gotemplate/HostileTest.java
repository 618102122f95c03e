package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.gotemplate.gomplate.Gomplate;
import io.atmoshub.gotemplate.sprig.Sprig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Templates that would run for ever or eat all memory. Each ends quickly, with the limit named.
@Timeout(20)
class HostileTest {

    private static final Limits TIGHT = new Limits(1 << 20, 2_000_000, 300, Duration.ofSeconds(5));
    private static final Functions ALL = Gomplate.FUNCTIONS.with(Sprig.FUNCTIONS);

    /// Template, then words of the message.
    static List<List<String>> cases() {
        var cases = new ArrayList<List<String>>();
        // Loops
        cases.add(List.of("{{range 9000000000}}{{end}}", "limited to 2000000 steps"));
        cases.add(List.of("{{range $i := 9000000000}}{{$i}}{{end}}", "limited to"));
        cases.add(List.of(
                "{{range until 10000}}{{range until 10000}}{{range until 10000}}{{end}}{{end}}{{end}}", "steps"));
        cases.add(List.of("{{range 100000000}}{{continue}}{{end}}", "steps"));
        cases.add(List.of("{{until 9000000000}}", "steps"));
        cases.add(List.of("{{untilStep 0 9000000000000000000 1}}", "steps"));
        cases.add(List.of("{{untilStep -9000000000000000000 9000000000000000000 1}}", "steps"));
        cases.add(List.of("{{seq 1 1 9000000000}}", "steps"));
        cases.add(List.of("{{math.Seq 1 9000000000}}", "steps"));
        // Recursion
        cases.add(List.of("{{define `a`}}{{template `a` .}}{{end}}{{template `a` .}}", "calls itself without end"));
        cases.add(List.of(
                "{{define `a`}}{{template `b` .}}{{end}}{{define `b`}}{{template `a` .}}{{end}}{{template `a`}}",
                "300 levels"));
        cases.add(List.of("{{define `a`}}{{template `a` .}}{{template `a` .}}{{end}}{{template `a` .}}", "levels"));
        cases.add(List.of("{{define `a`}}{{tmpl.Exec `a` .}}{{end}}{{tmpl.Exec `a` .}}", "levels"));
        cases.add(List.of("{{$t := `{{tpl . .}}`}}{{tpl $t $t}}", "levels"));
        // Texts that grow
        cases.add(List.of("{{repeat 1000000000 `x`}}", "limited to 1048576 characters"));
        cases.add(List.of("{{repeat 9000000000000000000 `xx`}}", "characters"));
        cases.add(List.of("{{range 5000}}{{repeat 1000 `x`}}{{end}}", "output gets too long"));
        cases.add(List.of("{{$s := `x`}}{{range 100}}{{$s = print $s $s}}{{end}}", "characters"));
        cases.add(List.of("{{$s := `x`}}{{range 100}}{{$s = printf `%s%s` $s $s}}{{end}}", "characters"));
        cases.add(List.of("{{$s := `x`}}{{range 100}}{{$s = cat $s $s}}{{end}}", "characters"));
        cases.add(List.of("{{$s := `x`}}{{range 100}}{{$s = replace `x` `xx` $s}}{{end}}", "characters"));
        cases.add(List.of("{{$s := repeat 1000000 `x`}}{{replace `x` $s $s}}", "characters"));
        cases.add(List.of("{{$s := repeat 1000000 `x`}}{{regexReplaceAll `x` $s $s}}", "characters"));
        cases.add(List.of("{{$s := repeat 1000000 `x`}}{{join $s (until 1000)}}", "characters"));
        cases.add(List.of("{{$s := repeat 500000 `\"`}}{{quote $s $s $s $s}}", "characters"));
        cases.add(List.of("{{$s := repeat 900000 `'`}}{{html $s}}", "characters"));
        cases.add(List.of("{{$s := repeat 900000 `x`}}{{strings.ShellQuote (list $s $s $s $s)}}", "characters"));
        cases.add(List.of("{{indent 1000000000 `x`}}", "characters"));
        cases.add(List.of("{{$s := repeat 1000 \"\\n\"}}{{indent 100000 $s}}", "characters"));
        cases.add(List.of("{{printf `%1000000000d` 1}}", "printf pads to at most"));
        cases.add(List.of("{{printf `%*d` 900000 1 | repeat 9}}", "characters"));
        cases.add(List.of("{{randAlphaNum 1000000000}}", "characters"));
        cases.add(List.of("{{random.Alpha 1000000000}}", "characters"));
        cases.add(List.of("{{wrapWith 1 (repeat 100000 `-`) (repeat 1000 `x`)}}", "characters"));
        // Values that grow, or contain themselves
        cases.add(List.of("{{$l := list 1}}{{range 100}}{{$l = concat $l $l}}{{end}}", "steps"));
        cases.add(List.of("{{$l := list 1}}{{range 60}}{{$l = list $l $l}}{{end}}{{$l}}", "limited to"));
        cases.add(List.of("{{$l := list 1}}{{range 60}}{{$l = list $l $l}}{{end}}{{toJson $l}}", "limited to"));
        cases.add(List.of("{{$l := list 1}}{{range 60}}{{$l = list $l $l}}{{end}}{{deepCopy $l}}", "steps"));
        cases.add(List.of(
                "{{$l := list 1}}{{range 60}}{{$l = list $l $l}}{{end}}{{$m := list 1}}{{range 60}}{{$m = list $m $m}}{{end}}{{deepEqual $l $m}}",
                "steps"));
        cases.add(List.of("{{$l := list 1}}{{range 60}}{{$l = list $l $l}}{{end}}{{coll.Flatten $l}}", "steps"));
        cases.add(List.of(
                "{{$l := list 1}}{{range 60}}{{$l = list $l $l}}{{end}}{{index (dict) $l}}",
                "can't be the key of a map"));
        cases.add(List.of("{{$d := dict}}{{$_ := set $d `d` $d}}{{$d}}", "300 levels"));
        cases.add(List.of("{{$d := dict}}{{$_ := set $d `d` $d}}{{toJson $d}}", "300 levels"));
        cases.add(List.of("{{$d := dict}}{{$_ := set $d `d` $d}}{{toYAML $d}}", "300 levels"));
        cases.add(List.of("{{$d := dict}}{{$_ := set $d `d` $d}}{{deepCopy $d}}", "300 levels"));
        cases.add(List.of("{{$d := dict}}{{$_ := set $d `d` $d}}{{printf `%d` $d}}", "300 levels"));
        cases.add(List.of(
                "{{$s := repeat 300000 `a`}}{{sortAlpha (list $s (print $s) (print $s `b`))}}{{range 1000}}{{$_ := eq $s (print $s)}}{{end}}",
                "steps"));
        // Regular expressions
        cases.add(List.of(
                "{{regexMatch `^(a+)+$` (print (repeat 100000 `a`) `b`)}}{{range 9999}}{{$_ := regexMatch `(x+x+)+y` (repeat 100000 `x`)}}{{end}}",
                "steps"));
        cases.add(List.of("{{regexMatch `((((a{100}){100}){100}){100})` `a`}}", "too big"));
        cases.add(List.of("{{regexMatch (repeat 100000 `(`) `a`}}", "too big"));
        cases.add(List.of("{{regexMatch `(a{0,100}){0,90}b` (repeat 1000000 `a`)}}", "limited to"));
        cases.add(List.of(
                "{{regexFindAll `a|.*z` (repeat 500000 `a`) -1}}{{regexFindAll `a|.*z` (repeat 500000 `ba`) -1}}",
                "limited to"));
        cases.add(List.of("{{$a := repeat 500000 `a`}}{{contains (print (repeat 200000 `a`) `b`) $a}}", "steps"));
        // Numbers and derivations
        cases.add(List.of("{{range 100}}{{derivePassword 1 `long` `p` `u` `s`}}{{end}}", "steps"));
        cases.add(List.of("{{crypto.PBKDF2 `p` `s` 1000000000 20}}", "100000 rounds"));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aHostileTemplateEndsWithTheLimitNamed(List<String> templateAndMessage) {
        assertThatThrownBy(() -> Template.parse("hostile", templateAndMessage.get(0), Options.DEFAULT)
                        .execute(null, ALL, new TestReach(), TIGHT))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("hostile:1:")
                .hasMessageContaining(templateAndMessage.get(1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itEndsWithinTheUsualLimitsToo(List<String> templateAndMessage) {
        var start = System.nanoTime();
        try {
            Template.parse("hostile", templateAndMessage.get(0), Options.DEFAULT)
                    .execute(null, ALL, new TestReach(), Limits.DEFAULT.withTime(Duration.ofMillis(300)));
        } catch (TemplateException e) {
            assertThat(e.problem()).isNotBlank();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void timeIsALimitOfItsOwn() {
        var limits = Limits.DEFAULT.withSteps(Long.MAX_VALUE >> 1).withTime(Duration.ofMillis(50));

        assertThatThrownBy(() -> Template.parse("slow", "{{range 9000000000000}}{{end}}", Options.DEFAULT)
                        .execute(null, ALL, Reach.NOTHING, limits))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.reason()).isEqualTo(TemplateException.Reason.LIMIT))
                .hasMessageContaining("limited to 50 ms");
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Rendered.of("{{range 1000000}}{{end}}"))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatIsNestedTooDeepIsNotEvenParsed() {
        for (String template : List.of(
                "{{" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}}",
                "{{if 1}}".repeat(100_000) + "{{end}}".repeat(100_000),
                "{{if 1}}" + "{{else if 1}}".repeat(100_000) + "{{end}}")) {
            assertThatThrownBy(() -> Rendered.of(template))
                    .isInstanceOfSatisfying(
                            TemplateException.class,
                            e -> assertThat(e.reason()).isEqualTo(TemplateException.Reason.SYNTAX))
                    .hasMessageContaining("levels");
        }
    }

    @Test
    void tooManyVariablesAreRefused() {
        var template = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            template.append("{{$v").append(i).append(" := 1}}");
        }

        assertThatThrownBy(() -> Rendered.of(template.toString())).hasMessageContaining("2000 variables");
    }

    @Test
    void dataThatContainsItselfIsNotPrintedForEver() {
        var data = new HashMap<String, Object>();
        data.put("self", data);

        assertThatThrownBy(() -> Rendered.of("{{ . }}", data)).hasMessageContaining("500 levels");
    }

    @Test
    void plainTextHasALimitToo() {
        assertThatThrownBy(() -> Template.parse("long", "x".repeat(100), Options.DEFAULT)
                        .execute(null, ALL, Reach.NOTHING, Limits.DEFAULT.withOutput(50)))
                .hasMessageContaining("limited to 50 characters");
    }

    @Test
    void nothingIsReachableByDefault() {
        for (String template : List.of(
                "{{ env `HOME` }}",
                "{{ expandenv `$HOME` }}",
                "{{ getenv `HOME` }}",
                "{{ file.Read `/etc/passwd` }}",
                "{{ file.Exists `/` }}",
                "{{ datasource `x` }}",
                "{{ include `x` }}",
                "{{ defineDatasource `a` `file:///` }}",
                "{{ getHostByName `example.org` }}",
                "{{ net.LookupIP `example.org` }}",
                "{{ now }}",
                "{{ ago 0 }}",
                "{{ uuidv4 }}",
                "{{ randAlpha 3 }}",
                "{{ random.Number }}",
                "{{ encryptAES `a` `b` }}",
                "{{ toYAML 1 }}")) {
            assertThatThrownBy(() -> Rendered.of(template, null, ALL))
                    .as(template)
                    .isInstanceOfSatisfying(
                            TemplateException.class,
                            e -> assertThat(e.reason()).isEqualTo(TemplateException.Reason.NOT_REACHABLE))
                    .hasMessageContaining("may not reach");
        }
    }
}
