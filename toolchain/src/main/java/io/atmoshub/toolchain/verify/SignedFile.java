package io.atmoshub.toolchain.verify;

import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.fetch.Downloads;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// What a signature is about, from its first byte, as often as it is needed.
@FunctionalInterface
interface SignedFile {
    InputStream open() throws IOException;

    /// A small file beside the download.
    static byte[] beside(Downloads downloads, URI address, String what) {
        try (Cache.Hit hit = downloads.file(List.of(address), null, Map.of(), what);
                InputStream in = hit.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }
}
