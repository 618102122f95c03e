package io.atmoshub.toolchain.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, 0",
        "v1.2, 1.2.0, 0",
        "1.2.3.0, 1.2.3, 0",
        "1.2.3.4, 1.2.3, 1",
        "1.2.3, 1.2.3-rc1, 1",
        "1.2.3-beta, 1.2.3-alpha, 1",
        "1.2.3-beta.2, 1.2.3-beta.10, -1",
        "1.2.3-2, 1.2.3-alpha, -1",
        "1.2.3-beta, 1.2.3-beta.1, -1",
        "1.2.3-beta.a, 1.2.3-beta, -1",
        "1.2.3+one, 1.2.3+two, 0",
        "1.2.3.0-rc1, 1.2.3, 0",
        "1.10, 1.9, 1",
        "1.0rc1, 1.0, -1",
    })
    void comparesAsGoDoes(String left, String right, int order) {
        GoVersion one = GoVersion.parse(left).orElseThrow();
        GoVersion other = GoVersion.parse(right).orElseThrow();

        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "v", "1..2", "1.2.x", "release-1.0", "99999999999999999999.1", "1.2_3"})
    void whatIsNoVersionIsNone(String text) {
        assertThat(GoVersion.parse(text)).isEmpty();
    }

    @Test
    void sortsFromOldToNewWithStrangersFirst() {
        List<String> sorted = Stream.of("1.10.0", "nightly", "1.9.0", "1.10.0-rc1")
                .sorted(VersionWish.order())
                .toList();

        assertThat(sorted).containsExactly("nightly", "1.9.0", "1.10.0-rc1", "1.10.0");
    }

    @Test
    void equalMeansWrittenTheSame() {
        assertThat(GoVersion.parse("1.0")).isEqualTo(GoVersion.parse("1.0")).isNotEqualTo(GoVersion.parse("1.0.0"));
        assertThat(GoVersion.parse("1.0").orElseThrow()).hasToString("1.0").hasSameHashCodeAs("1.0");
    }
}
