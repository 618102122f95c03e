package io.atmoshub.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.server.settings.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final Optional<String> NONE = Optional.empty();
    private final Proxies proxies =
            new Proxies(new Settings(Map.of("ATMOS_HUB_TRUSTED_PROXIES", "10.0.0.0/8, 2001:db8::1")));

    @Test
    void whatAStrangerClaimsIsIgnored() {
        assertThat(proxies.address("198.51.100.1", Optional.of("127.0.0.1"))).isEqualTo("198.51.100.1");
        assertThat(proxies.origin(
                        "198.51.100.1", "http", "hub.example:8080", Optional.of("https"), Optional.of("evil.example")))
                .isEqualTo("http://hub.example:8080");
    }

    @Test
    void aTrustedProxySaysForWhomItSpeaks() {
        assertThat(proxies.address("10.1.2.3", Optional.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(proxies.address("2001:db8:0:0:0:0:0:1", Optional.of("203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.origin("10.1.2.3", "http", "inner:8080", Optional.of("https"), Optional.of("hub.example")))
                .isEqualTo("https://hub.example");
    }

    @Test
    void whatTheClientItselfPutBeforeIsNotBelieved() {
        assertThat(proxies.address("10.1.2.3", Optional.of("127.0.0.1, 203.0.113.9, 10.9.9.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void ofSeveralProxiesInARowTheFirstSaysWhatPeopleSee() {
        assertThat(proxies.origin(
                        "10.1.2.3",
                        "http",
                        "inner:8080",
                        Optional.of("https, http"),
                        Optional.of("hub.example, inner")))
                .isEqualTo("https://hub.example");
    }

    @Test
    void aNameThatIsNoProperHostNameIsANameAllTheSame() {
        assertThat(proxies.origin("198.51.100.1", "http", "my_hub:80", NONE, NONE))
                .isEqualTo("http://my_hub");
    }

    @Test
    void withoutProxiesNobodyIsTrusted() {
        assertThat(new Proxies(new Settings(Map.of())).address("127.0.0.1", Optional.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
        assertThat(proxies.address("10.1.2.3", NONE)).isEqualTo("10.1.2.3");
    }

    @Test
    void thePublicAddressIsTheOriginWhereOneIsSet() {
        var named = new Proxies(new Settings(Map.of("ATMOS_HUB_PUBLIC_URL", "https://hub.example:443/")));

        assertThat(named.origin("198.51.100.1", "http", "inner:8080", NONE, NONE))
                .isEqualTo("https://hub.example");
    }
}
