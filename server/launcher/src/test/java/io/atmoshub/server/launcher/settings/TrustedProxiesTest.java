package io.atmoshub.server.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    @Test
    void anAddressMatchesItselfOnly() {
        String regex = TrustedProxies.parse("10.0.0.7").regex();

        assertThat("10.0.0.7").matches(regex);
        assertThat("10.0.0.77").doesNotMatch(regex);
        assertThat("10.0.017").doesNotMatch(regex);
        assertThat("110.0.0.7").doesNotMatch(regex);
    }

    @Test
    void aNetworkMatchesAllInItAndNothingElse() {
        String regex = TrustedProxies.parse("172.16.0.0/12, 192.168.4.0/24").regex();

        assertThat("172.16.0.1").matches(regex);
        assertThat("172.31.255.254").matches(regex);
        assertThat("192.168.4.200").matches(regex);
        assertThat("172.32.0.1").doesNotMatch(regex);
        assertThat("172.15.0.1").doesNotMatch(regex);
        assertThat("192.168.5.1").doesNotMatch(regex);
    }

    @Test
    void theServerGetsThemAsTheyWereWritten() {
        assertThat(TrustedProxies.parse("172.16.0.0/12, ::1").listed()).isEqualTo("172.16.0.0/12,::1");
    }

    @Test
    void anAddressOfTheNewKindIsComparedInTheFormThatTheServerUses() {
        assertThat("0:0:0:0:0:0:0:1").matches(TrustedProxies.parse("::1").regex());
    }
}
