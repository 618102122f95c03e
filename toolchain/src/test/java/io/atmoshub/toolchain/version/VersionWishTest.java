package io.atmoshub.toolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.ToolchainException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionWishTest {
    private static final List<String> VERSIONS = List.of(
            "2.0.0-rc1", "1.11.0", "1.10.7", "v1.10.3", "1.10.0", "1.9.8", "1.0.0", "0.54.2", "0.55.0", "nightly");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "~> 1.10 ; 1.10.7",
                "~>1.10.0 ; 1.10.7",
                "~> 1 ; 1.11.0",
                "~1.9 ; 1.9.8",
                "^0.54.0 ; 0.54.2",
                "^1.9 ; 1.11.0",
                ">= 1.5, < 1.11 ; 1.10.7",
                ">=1.5 <1.10 ; 1.9.8",
                ">= 1.5, < 1.11, != 1.10.7 ; v1.10.3",
                "1.10.x ; 1.10.7",
                "<= 1.9.8 ; 1.9.8",
                "= 1.10.0 ; 1.10.0",
                "0.54.2 || 0.55.0 ; 0.55.0",
                ">= 2.0.0-rc1 ; 2.0.0-rc1",
                "latest ; 1.11.0",
                "* ; 1.11.0",
                "1.9.8 ; 1.9.8",
            })
    void theNewestThatIsMeantIsFound(String wish, String version) {
        assertThat(VersionWish.newest(VersionWish.parse(wish), VERSIONS)).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~> 3.0", "> 5", "1.9.9", "= 1.10.1"})
    void thereMayBeNone(String wish) {
        assertThat(VersionWish.newest(VersionWish.parse(wish), VERSIONS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {">= banana", "~> ", "!= banana", "^^1"})
    void nonsenseIsRefusedWithExamples(String wish) {
        assertThatThrownBy(() -> VersionWish.parse(wish))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining(wish.strip());
    }

    @Test
    void anythingWithoutAnOperatorIsExact() {
        assertThat(VersionWish.parse("v1.2.3-rc.1+build")).isEqualTo(new VersionWish.Exact("v1.2.3-rc.1+build"));
        assertThat(VersionWish.parse("")).isEqualTo(new VersionWish.Latest());
    }
}
