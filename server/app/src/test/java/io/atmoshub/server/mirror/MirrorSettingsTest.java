package io.atmoshub.server.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.mirror.upstream.UpstreamRules;
import io.atmoshub.server.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorSettingsTest {
    private static MirrorSettings of(String name, String value) {
        return new MirrorSettings(new Settings(Map.of(name, value, "ATMOS_HUB_DATA", "/data")));
    }

    @Test
    void withoutAnySettingTheUsualHostsAreMirroredOnDiskForThoseWithAToken() {
        var settings = of("ATMOS_HUB_HTTP_PORT", "1");

        assertThat(settings.upstream().hosts()).isEqualTo(UpstreamRules.USUAL_HOSTS);
        assertThat(settings.upstream().mostBytes()).isEqualTo(2L << 30);
        assertThat(settings.bucket()).isEmpty();
        assertThat(settings.folder()).isEqualTo(Path.of("/data/mirror"));
        assertThat(settings.ttl()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.anonymous("127.0.0.1")).isFalse();
    }

    @Test
    void whatTheOperatorSaysCounts() {
        assertThat(of("ATMOS_HUB_MIRROR_HOSTS", "Files.Example.org, *.corp")
                        .upstream()
                        .hosts())
                .containsExactlyInAnyOrder("files.example.org", "*.corp");
        assertThat(of("ATMOS_HUB_MIRROR_UPSTREAMS", "github.com=https://gateway.corp/github")
                        .upstream()
                        .stands())
                .isEqualTo(Map.of("github.com", URI.create("https://gateway.corp/github")));
        assertThat(of("ATMOS_HUB_MIRROR_ANONYMOUS", "10.0.0.0/8, ::1").anonymous("10.9.9.9"))
                .isTrue();
        assertThat(of("ATMOS_HUB_MIRROR_MAX_FILE", "500 mb").upstream().mostBytes())
                .isEqualTo(500L << 20);
        assertThat(of("ATMOS_HUB_BLOBS", "s3://tools/some/prefix").bucket())
                .get()
                .hasToString("s3://tools/some/prefix");
    }

    @ParameterizedTest
    @CsvSource({
        "ATMOS_HUB_MIRROR_HOSTS, https://github.com",
        "ATMOS_HUB_MIRROR_UPSTREAMS, github.com",
        "ATMOS_HUB_MIRROR_UPSTREAMS, github.com=ftp://x",
        "ATMOS_HUB_MIRROR_ANONYMOUS, everybody",
        "ATMOS_HUB_MIRROR_ANONYMOUS, 10.0.0.0/x",
        "ATMOS_HUB_MIRROR_MAX_FILE, much",
        "ATMOS_HUB_MIRROR_TTL, 5 minutes",
        "ATMOS_HUB_BLOBS, /a/folder"
    })
    void aWrongValueIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> of(name, value)).hasMessageContaining(name).hasMessageContaining(value);
    }
}
