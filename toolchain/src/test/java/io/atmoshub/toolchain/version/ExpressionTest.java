package io.atmoshub.toolchain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "semver(\">= 1.2.0\") ; v1.2.0 ; true",
                "semver(\"< 1.2.0\") ; v1.2.0-rc1 ; true",
                "semver(\">= 1.0.0, < 2.0.0\") ; v1.9 ; true",
                "semver(\">= 1.0.0, < 2.0.0\") ; v2.0.0 ; false",
                "semver(\"!= 1.2.0\") ; 1.2.0 ; false",
                "semver(\"= 1.2\") ; 1.2.0 ; true",
                "Version == \"v1.0.0\" ; v1.0.0 ; true",
                "Version != \"v1.0.0\" ; v1.0.0 ; false",
                "Version in [\"a\", \"b\"] ; b ; true",
                "Version not in [\"a\", \"b\"] ; b ; false",
                "Version startsWith \"cli/\" ; cli/v1 ; true",
                "Version endsWith \"-lts\" ; v1-lts ; true",
                "Version contains \"beta\" ; v1-beta.1 ; true",
                "Version matches \"^v\\\\d+$\" ; v12 ; true",
                "Version matches \"^[[:alpha:]]+$\" ; abc ; true",
                "not (Version startsWith \"v\") and semver(\"> 1\") ; 2 ; true",
                "!(Version == \"x\") && true ; y ; true",
                "false || Version == 'x' ; x ; true",
                "Version == \"a\" or Version == \"b\" and false ; a ; true",
                "semverWithVersion(\">= 1.2\", trimPrefix(Version, \"cli/v\")) ; cli/v1.3 ; true",
                "trimSuffix(Version, \"-x\") == \"1\" ; 1-x ; true",
                "len(Version) > 3 ? true : false ; 1234 ; true",
                "all([\"1\", \"2\"], any([\"1\", \"2\", \"3\"], # == Version)) ; 3 ; true",
                "none([\"a\"], # == Version) ; b ; true",
                "upper(lower(trim(Version))) == \"V1\" ; v1 ; true",
                "hasPrefix(Version, \"v\") and hasSuffix(Version, \"1\") ; v1 ; true",
                "Version + \"!\" == `v1!` ; v1 ; true",
                "Version < \"v2\" and Version >= \"v1\" ; v1 ; true",
            })
    void answersAsExprLangDoes(String expression, String version, boolean answer) {
        assertThat(Expression.holds(expression, parsed -> parsed.accepts(version, version)))
                .isEqualTo(answer);
    }

    @Test
    void namesCanBeGivenToValues() {
        String lists = "let words = [\"lsp\", \"api\"]; not any(words, {Version matches #})";

        assertThat(Expression.parse(lists).accepts("lsp@1.0")).isFalse();
        assertThat(Expression.parse(lists).accepts("cli@1.0")).isTrue();
    }

    @Test
    void semVerIsTheVersionWithoutItsPrefix() {
        Expression expression =
                Expression.parse("SemVer == \"v1.2\" and Version == \"cli/v1.2\" and semver(\">= 1.2\")");

        assertThat(expression.accepts("cli/v1.2", "v1.2")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "semver(\"1.0\")",
                "semver(\">= x\")",
                "not Version startsWith \"v\"",
                "Version",
                "Version ==",
                "\"never ends",
                "unknown(Version)",
                "Unknown == 1",
                "Version == \"\\q\"",
                "(Version == \"v1\"",
                "Version == \"v1\" extra",
                "Version matches \"(\"",
                "Version @ 1",
                "Version < 1",
                "99999999999999999999 == 1",
            })
    void whatIsWrongCountsAsNo(String expression) {
        assertThat(Expression.holds(expression, parsed -> parsed.accepts("v1", "v1")))
                .isFalse();
        assertThatThrownBy(() -> Expression.parse(expression).accepts("v1", "v1"))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void aVersionThatIsNoneCountsAsNo() {
        assertThat(Expression.holds("semver(\">= 0\")", parsed -> parsed.accepts("nightly")))
                .isFalse();
        String commit = "0123456789012345678901234567890123456789";
        assertThat(Expression.holds("semver(\">= 0\")", parsed -> parsed.accepts(commit)))
                .isFalse();
    }

    @Test
    void absurdExpressionsEndSoon() {
        Instant start = Instant.now();

        String deep = "(".repeat(5_000) + "true" + ")".repeat(5_000);
        assertThatThrownBy(() -> Expression.parse(deep)).hasMessageContaining("nested");
        String many = "any([1,2,3,4,5,6,7,8,9,10], ".repeat(20) + "false" + ")".repeat(20);
        assertThat(Expression.holds(many, parsed -> parsed.accepts("v1"))).isFalse();
        assertThatThrownBy(() -> GoPattern.of("((a{900}){900}){900}")).hasMessageContaining("too large");
        String slow = "Version matches \"^(a+)+$\"";
        assertThat(Expression.holds(slow, parsed -> parsed.accepts("a".repeat(60) + "!")))
                .isFalse();
        assertThatThrownBy(() -> Expression.parse("x".repeat(30_000))).hasMessageContaining("characters");

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
}
