package io.atmoshub.project.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~> 1.10     | 1.10.0 | true",
                "~> 1.10     | 1.10.9 | true",
                "~> 1.10     | 1.11.0 | false",
                "~> 1.10     | 1.9.8  | false",
                "~> 1.10.2   | 1.10.1 | false",
                "~> 1.9.0    | 1.10.3 | false",
                "~1.5        | 1.6.0  | false",
                "^0.54.0     | 0.54.2 | true",
                "^0.54.0     | 0.55.0 | false",
                ">= 1.5, < 2 | 1.9.9  | true",
                ">= 1.5, < 2 | 2.0.0  | false",
                "!= 1.2.3    | 1.2.3  | false",
                "!= 1.2.3    | 1.2.4  | true",
                "1.x         | v1.9   | true",
                "1.x         | main   | false",
            })
    void aVersionIsWithinItsBounds(String range, String version, boolean within) {
        assertThat(VersionRange.parse(range).orElseThrow().accepts(version)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "~> 1.10.0 ; ~> 1.9.0 => false",
                "~> 1.10   ; ~> 1.10.2 => true",
                "~> 1.10   ; >= 1.10.5 => true",
                "~> 1.10   ; >= 1.11 => false",
                "> 1.10    ; < 1.11 => false",
                "> 1.10    ; < 1.12 => true",
                "< 2       ; != 1.0.0 => true",
                ">= 1.0.0  ; <= 1.0.0 ; != 1.0.0 => false",
                "^1.2      ; ^2 || ^1.9 => true",
                "^1.2      ; ^2 || ^3 => false",
                ">= 1.2.0, < 1.2.3 ; != 1.2.0 ; != 1.2.1 => true",
            })
    void boundsGoTogetherWhenAVersionIsWithinAll(String ranges, boolean together) {
        assertThat(VersionRange.areCompatible(Stream.of(ranges.split(";"))
                        .map(each -> VersionRange.parse(each).orElseThrow())
                        .toList()))
                .isEqualTo(together);
    }

    @Test
    void bothBoundsAreOneText() {
        String both = VersionRange.both("^1.2 || ^2", ">= 1.5");

        assertThat(both).isEqualTo("^1.2, >= 1.5 || ^2, >= 1.5");
        VersionRange range = VersionRange.parse(both).orElseThrow();
        assertThat(range.accepts("1.4.0")).isFalse();
        assertThat(range.accepts("1.6.0")).isTrue();
        assertThat(range.accepts("2.0.0")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {">= banana", "~> ", "!= banana", "^^1"})
    void whatIsNoBoundIsNone(String text) {
        assertThat(VersionRange.parse(text)).isEmpty();
    }

    @Test
    void oneVersionIsNoRange() {
        assertThat(VersionRange.isRange("1.10.3")).isFalse();
        assertThat(VersionRange.isRange("~> 1.10")).isTrue();
        assertThat(VersionRange.isRange("1.x")).isTrue();
    }
}
