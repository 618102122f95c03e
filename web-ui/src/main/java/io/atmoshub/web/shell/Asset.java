package io.atmoshub.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/// A static file of ours under an address that changes with its content: a browser may keep it for long, and
/// still has the new one after an upgrade.
final class Asset {
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Asset() {}

    static String address(String path) {
        return ADDRESSES.computeIfAbsent(path, it -> it + "?v=" + Long.toHexString(checksum(it)));
    }

    private static long checksum(String path) {
        try (InputStream file = Asset.class.getClassLoader().getResourceAsStream("META-INF/resources/" + path)) {
            if (file == null) {
                throw new IllegalStateException("The module lacks its file " + path);
            }
            var checksum = new CRC32();
            checksum.update(file.readAllBytes());
            return checksum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
