package io.atmoshub.project.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
            })
    void anAddressOfAPrivateNetworkIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getAllByName(address)[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"140.82.121.4", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:50c0:8000::153", "64:ff9b::808:808"
            })
    void anAddressOfTheInternetIs(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getAllByName(address)[0])).isTrue();
    }
}
