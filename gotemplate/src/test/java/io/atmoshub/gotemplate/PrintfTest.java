package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintfTest {

    private static final Map<String, Object> DATA =
            Map.of("list", List.of("a", 1L, 2.5), "nested", Arrays.asList(null, Map.of("k", "v")), "bytes", new byte[] {
                104, 105
            });

    /// Template, then what Go's fmt makes of it.
    static List<List<String>> cases() {
        return List.of(
                List.of("{{printf `%d %5d|%-5d|%05d|%+d|% d` 1 2 3 4 5 6}}", "1     2|3    |00004|+5| 6"),
                List.of("{{printf `%x %X %#x %o %O %b %#b` 255 255 255 8 8 5 5}}", "ff FF 0xff 10 0o10 101 0b101"),
                List.of("{{printf `%c %q %U %#U` 65 65 65 233}}", "A 'A' U+0041 U+00E9 'é'"),
                List.of("{{printf `%.3d|%6.2d|%-6dx` 5 5 -5}}", "005|    05|-5    x"),
                List.of(
                        "{{printf `%s|%5s|%-5s|%.2s|%q|%x|% x` `go` `go` `go` `golang` `a\"é` `hi` `hi`}}",
                        "go|   go|go   |go|\"a\\\"é\"|6869|68 69"),
                List.of("{{printf `%+q %#q` `é` `a`}}", "\"\\u00e9\" `a`"),
                List.of(
                        "{{printf `%v %g %f %.2f %e %8.3f|%-8.1f|%+.1f|%06.1f` 1.5 1.5 1.5 1.567 123456.789 3.14159 2.0 3.0 -2.5}}",
                        "1.5 1.5 1.500000 1.57 1.234568e+05    3.142|2.0     |+3.0|-002.5"),
                List.of("{{printf `%v %v %v %v` 1000000.0 123456.0 0.00001 1e21}}", "1e+06 123456 1e-05 1e+21"),
                List.of("{{printf `%.3g %G %.0f %.1e` 1234.5678 1e-10 2.5 0.0}}", "1.23e+03 1E-10 2 0.0e+00"),
                List.of("{{printf `%t %v %5t` true false true}}", "true false  true"),
                List.of(
                        "{{printf `%v %s %d` .list .list .list}}",
                        "[a 1 2.5] [a %!s(int=1) %!s(float64=2.5)] [%!d(string=a) 1 %!d(float64=2.5)]"),
                List.of(
                        "{{printf `%v %#v` .nested .nested}}",
                        "[<nil> map[k:v]] []interface {}{interface {}(nil), map[string]interface {}{\"k\":\"v\"}}"),
                List.of("{{printf `%s %x %v` .bytes .bytes .bytes}}", "hi 6869 [104 105]"),
                List.of("{{printf `%T %T %T %T %T` 1 1.5 `a` .list .none}}", "int float64 string []interface {} <nil>"),
                List.of("{{printf `%v %s %d` nil nil nil}}", "<nil> %!s(<nil>) %!d(<nil>)"),
                List.of("{{printf `%d%%`  50}}", "50%"),
                List.of(
                        "{{printf `%d` `x`}} {{printf `%s` 1}} {{printf `%z` 1}}",
                        "%!d(string=x) %!s(int=1) %!z(int=1)"),
                List.of(
                        "{{printf `%d`}} {{printf `a` 1 nil}} {{printf `%`}} {{printf `%d %d` 1}}",
                        "%!d(MISSING) a%!(EXTRA int=1, <nil>) %!(NOVERB) 1 %!d(MISSING)"),
                List.of(
                        "{{printf `%[2]d %[1]d %d` 1 2}} {{printf `%[5]d` 1}} {{printf `%[x]d` 1}}",
                        "2 1 2 %!d(BADINDEX) %!d(BADINDEX)"),
                List.of(
                        "{{printf `%*d|%-*d|%.*f` 4 1 4 2 1 3.14159}} {{printf `%*d` `x` 1}}",
                        "   1|2   |3.1 %!(BADWIDTH)1"),
                List.of("{{printf `%5v|%-5v|%05d` `é` `é` -12}}", "    é|é    |-0012"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFormatWritesWhatGoWrites(List<String> templateAndOutput) {
        assertThat(Rendered.of(templateAndOutput.get(0), DATA)).isEqualTo(templateAndOutput.get(1));
    }
}
