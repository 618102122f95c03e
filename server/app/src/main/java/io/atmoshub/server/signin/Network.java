package io.atmoshub.server.signin;

import java.net.InetAddress;

/// The addresses that begin alike, as `10.0.0.0/8`; without a slash, one address.
public record Network(InetAddress network, int bits) {
    public static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = network.getAddress().length * 8;
        return new Network(network, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean holds(String other) {
        byte[] address = network.getAddress();
        byte[] bytes;
        try {
            bytes = InetAddress.ofLiteral(other).getAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
