package io.atmoshub.assistant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "** a/b/c true",
                "*.tf main.tf true",
                "*.tf a/main.tf false",
                "**/*.tf main.tf true",
                "**/*.tf a/b/main.tf true",
                "a/**/b a/b true",
                "a/**/b a/x/y/b true",
                "a/** a/b/c true",
                "a/** ab/c false",
                "a? ab true",
                "a? a/ false",
                "*.py[cod] x.pyc true",
                "*.py[!cod] x.pyc false",
                "[a-c]x bx true",
                "[a-c]x dx false",
                "*.{tf,yaml} x.yaml true",
                "*.{tf,yaml} x.yml false",
                "a[b a[b true",
            })
    void matches(String pattern, String path, boolean expected) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**", "*", "a?c", "[id].tsx", "[!a]", "{a,b}", "{**,x}", "[{]", "a[", "}{", "plain"})
    void aQuotedNameFitsItselfAlone(String name) {
        Glob glob = new Glob(Glob.quoted(name));

        assertThat(glob.matches(name)).isTrue();
        for (String other : List.of("a", "b", "x", "abc", "a/b", "i.tsx", "{", "[", "*x", "", "**x")) {
            assertThat(glob.matches(other)).as(other).isFalse();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void aHostilePatternTakesNoTime() {
        assertThat(new Glob("*a".repeat(200) + "b").matches("a".repeat(900))).isFalse();
        assertThat(new Glob("**/a".repeat(100) + "/b").matches("a/".repeat(400)))
                .isFalse();
    }

    @Test
    void anOverlongPatternIsRefused() {
        assertThatThrownBy(() -> new Glob("x".repeat(4_001))).isInstanceOf(IllegalArgumentException.class);
    }
}
