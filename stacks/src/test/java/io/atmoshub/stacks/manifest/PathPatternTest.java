package io.atmoshub.stacks.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**/* | a.yaml | true",
                "**/* | a/b/c.yaml | true",
                "orgs/**/*.yaml | orgs/x.yaml | true",
                "orgs/**/*.yaml | orgs/a/b/x.yaml | true",
                "orgs/**/*.yaml | other/x.yaml | false",
                "**/_defaults.yaml | _defaults.yaml | true",
                "**/_defaults.yaml | a/b/_defaults.yaml | true",
                "*/x | a/b/x | false",
                "a/?.yaml | a/b.yaml | true",
                "a/?.yaml | a/bb.yaml | false",
                "a/[a-c]*.yaml | a/bb.yaml | true",
                "a/[!a-c]*.yaml | a/bb.yaml | false",
                "{a,b/{c,d}}/x | b/d/x | true",
                "{a,b/{c,d}}/x | b/e/x | false",
                "a*b*c | aXbXc | true",
                "** | anything/at/all | true"
            })
    void aPatternMeansWhatItMeansInAtmos(String pattern, String path, boolean matches) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void noPatternTakesForEver() {
        PathPattern pattern = new PathPattern("**/a*".repeat(50) + "*a*a*a*a*a*a*a*a*a*a*a*a*a*b");
        long before = System.nanoTime();
        assertThat(pattern.matches("a".repeat(200) + "/a".repeat(500))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
}
