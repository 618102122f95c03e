package io.atmoshub.server.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.server.launcher.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    @Test
    void addressesAndNetworksOfBothKindsReachTheServerAsTheyWereGiven() {
        assertThat(TrustedProxies.parse("10.0.0.7, 172.16.0.0/12 ::1,2001:db8::/32")
                        .commaSeparated())
                .isEqualTo("10.0.0.7,172.16.0.0/12,::1,2001:db8::/32");
    }

    @Test
    void namingNobodyTrustsNobody() {
        assertThat(TrustedProxies.parse(" ").none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8"})
    void anythingElseIsRefusedByName(String entry) {
        assertThatThrownBy(() -> TrustedProxies.parse(entry))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(entry);
    }
}
