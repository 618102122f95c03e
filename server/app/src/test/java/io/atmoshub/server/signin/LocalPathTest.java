package io.atmoshub.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/people", "/sessions/7?tab=files&x=%20y"})
    void aPageOfOursIsKept(String path) {
        assertThat(LocalPath.of(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "people",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/\t/evil.example",
                "/ümlaut",
                "/auth/logout",
                "/login?error"
            })
    void anythingElseIsTheStartPage(String path) {
        assertThat(LocalPath.of(path).value()).isEqualTo("/");
    }

    @Test
    void anOtherPageCanRememberIt() {
        assertThat(LocalPath.of("/a?b=c").keptIn("/login?error")).isEqualTo("/login?error&continue=%2Fa%3Fb%3Dc");
        assertThat(LocalPath.of("").keptIn("/login?error")).isEqualTo("/login?error");
    }
}
