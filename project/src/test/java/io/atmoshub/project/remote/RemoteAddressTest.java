package io.atmoshub.project.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {
    @ParameterizedTest
    @CsvSource({
        "git::https://git.example.org/shared.git//catalog/vpc?ref=v1.2, https://git.example.org/shared.git, catalog/vpc, v1.2",
        "github.com/acme/shared//catalog/vpc?ref=main, https://github.com/acme/shared.git, catalog/vpc, main",
        "github.com/acme/shared/catalog/vpc, https://github.com/acme/shared.git, catalog/vpc, ''",
        "git::github.com/acme/shared.git//a.yaml, https://github.com/acme/shared.git, a.yaml, ''",
        "https://github.com/acme/shared//catalog/**/*?ref=v1, https://github.com/acme/shared.git, catalog/**/*, v1",
        "gitlab.com/acme/shared//a, https://gitlab.com/acme/shared.git, a, ''",
        "git@github.com:acme/shared.git//a?ref=b, git@github.com:acme/shared.git, a, b",
        "git::git@git.example.org:acme/shared.git//a, git@git.example.org:acme/shared.git, a, ''",
        "git::ssh://git@git.example.org/shared.git//a, ssh://git@git.example.org/shared.git, a, ''",
        "https://dev.example.org/acme/_git/shared//a.yaml, https://dev.example.org/acme/_git/shared, a.yaml, ''",
        "https://git.example.org/shared.git//a//b/../c, https://git.example.org/shared.git, a/c, ''",
        "git::file:///srv/shared//a, file:///srv/shared, a, ''",
        "git.example.org/shared.git//a, https://git.example.org/shared.git, a, ''",
    })
    void aRepositoryIsFoundInItsAddress(String name, String repository, String path, String ref) {
        assertThat(RemoteAddress.isRemote(name)).isTrue();

        var git = (RemoteAddress.Git) RemoteAddress.of(name);

        assertThat(git.repository()).isEqualTo(repository);
        assertThat(git.path()).isEqualTo(path);
        assertThat(git.ref()).isEqualTo(ref);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://raw.githubusercontent.com/acme/shared/main/vpc.yaml",
                "https://example.org/vpc.yaml?version=2",
                "http://localhost:8000/vpc",
                "https://gitlab.com/acme/shared/-/raw/main/vpc.yaml",
            })
    void aFileOfAWebServerIsOne(String name) {
        assertThat(RemoteAddress.of(name)).isInstanceOf(RemoteAddress.Web.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"catalog/vpc", "./vpc", "../catalog/vpc", "/srv/stacks/vpc", "mixins/v1.2/vpc.yaml", "vpc.yaml"})
    void aPathIsNotRemote(String name) {
        assertThat(RemoteAddress.isRemote(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git::https://git.example.org/a.git//../../etc/passwd | leads out of its repository",
                "git::https://git.example.org/a.git//a/../../b | leads out of its repository",
                "github.com/acme/shared//..\\..\\etc | leads out of its repository",
                "git::https://git.example.org/a.git | names a repository, but no file in it",
                "git::https://git.example.org/a.git//b?ref=--upload-pack=touch | can't be a branch, tag or commit",
                "git::https://git.example.org/a.git//b?ref=a..b | can't be a branch, tag or commit",
                "git::-oProxyCommand=touch//b | is no address of a repository",
                "s3::https://s3.amazonaws.com/bucket/a.yaml | s3 imports are not fetched",
                "hg::https://example.org/a | hg imports are not fetched",
                "ftp://example.org/a.yaml | ftp imports are not fetched",
                "https:///a.yaml | names no host",
            })
    void whatNobodyShouldFetchIsRefused(String name, String reason) {
        assertThatThrownBy(() -> RemoteAddress.of(name))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPasswordIsNotShown() {
        assertThat(RemoteAddress.of("git::https://ana:secret@git.example.org/a.git//b")
                        .shown())
                .isEqualTo("git::https://git.example.org/a.git//b");
        assertThat(RemoteAddress.of("https://ana:secret@example.org/b.yaml").shown())
                .isEqualTo("https://example.org/b.yaml");
    }

    @Test
    void anotherPathOfTheSameRepositoryKeepsItsRef() {
        var git = (RemoteAddress.Git) RemoteAddress.of("github.com/acme/shared//stacks/a?ref=v1");

        assertThat(git.at("stacks/b.yaml").shown()).isEqualTo("github.com/acme/shared//stacks/b.yaml?ref=v1");
        assertThatThrownBy(() -> git.at("../../b")).hasMessageContaining("leads out of its repository");
    }

    @ParameterizedTest
    @CsvSource({"90, PT1M30S", "30m, PT30M", "12h, PT12H", "7d, PT168H", "daily, PT24H"})
    void aTimeIsUnderstood(String text, String time) {
        assertThat(Ttl.of(text).orElseThrow()).hasToString(time);
    }

    @Test
    void whatIsNoTimeIsNone() {
        assertThat(Ttl.of("soon")).isEmpty();
    }
}
