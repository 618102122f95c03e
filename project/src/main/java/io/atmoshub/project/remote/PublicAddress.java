package io.atmoshub.project.remote;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Tells addresses of the internet from those that lead to this machine, its network or a cloud's metadata.
public final class PublicAddress {
    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && bytes[at + 2] == 0);
            case 198 -> second != 18 && second != 19;
            default -> first < 224;
        };
    }

    /// Of the addresses that carry one of version 4 within, that one counts.
    private static boolean isPublic6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        if ((first & 0xfe) == 0xfc) {
            return false;
        }
        if (first == 0x20 && bytes[1] == 0x02) {
            return isPublic(bytes, 2);
        }
        boolean translated = first == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean compatible = true;
        for (int i = 0; i < 12; i++) {
            compatible &= bytes[i] == 0;
        }
        return (!translated && !compatible) || isPublic(bytes, 12);
    }
}
