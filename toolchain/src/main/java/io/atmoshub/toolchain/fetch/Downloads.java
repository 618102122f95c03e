package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Guard;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings files into the {@link Cache}, and only those that are not there yet. A download that broke off goes on where
/// it ended, even in another process; two that want the same file bring it once.
public final class Downloads {
    private static final long LARGEST = 8L << 30;
    private static final int LONGEST_WORDS = 1 << 16;

    private final Web web;
    private final Cache cache;
    private final Progress progress;

    public Downloads(Web web, Cache cache, Progress progress) {
        this.web = web;
        this.cache = cache;
        this.progress = progress;
    }

    /// The file behind the first of these addresses that gives one. With `wanted`, a file that is already here under
    /// that checksum does, wherever it came from.
    public Cache.Hit file(List<URI> addresses, @Nullable Checksum wanted, Map<String, String> headers, String what) {
        try {
            Optional<Cache.Hit> here = here(addresses, wanted);
            return here.isPresent() ? here.get() : firstOf(addresses, headers, what);
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    public boolean offline() {
        return web.offline();
    }

    /// Says that what an address gave was not what it should be, so that the next time it is asked anew.
    public void distrust(URI address) {
        try {
            cache.forget(address.toString());
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    private Optional<Cache.Hit> here(List<URI> addresses, @Nullable Checksum wanted) throws IOException {
        if (wanted != null && wanted.algorithm() == Checksum.Algorithm.SHA256) {
            Optional<Cache.Hit> hit = cache.open(wanted);
            if (hit.isPresent()) {
                return hit;
            }
        }
        for (URI address : addresses) {
            Optional<Checksum> given = cache.given(address.toString());
            Optional<Cache.Hit> hit = given.isPresent() ? cache.open(given.get()) : Optional.empty();
            if (hit.isPresent()) {
                return hit;
            }
        }
        return Optional.empty();
    }

    private Cache.Hit firstOf(List<URI> addresses, Map<String, String> headers, String what) throws IOException {
        ToolchainException first = null;
        for (URI address : addresses) {
            try {
                return fetch(address, headers, what);
            } catch (ToolchainException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
                if (web.offline() || addresses.size() == 1) {
                    break;
                }
                progress.say(e.what());
            }
        }
        throw first == null ? new ToolchainException(what + " has no address.", "Check its definition.") : first;
    }

    private Cache.Hit fetch(URI address, Map<String, String> headers, String what) throws IOException {
        Path partial = cache.partial(address.toString());
        try (Guard _ = Guard.of(partial.resolveSibling(partial.getFileName() + ".lock"))) {
            // Somebody else may have brought it while we waited.
            Optional<Cache.Hit> here = here(List.of(address), null);
            if (here.isPresent()) {
                return here.get();
            }
            try (Progress.Meter meter = progress.of(what)) {
                web.patiently(address, () -> {
                    portion(address, headers, partial, meter);
                    return partial;
                });
            }
            Checksum sha256;
            try (FileChannel finished = FileChannel.open(partial)) {
                sha256 = Hashing.of(finished, Checksum.Algorithm.SHA256);
            }
            Files.deleteIfExists(mark(partial));
            return cache.keep(partial, sha256, address.toString());
        }
    }

    /// One attempt: the rest of what is missing, or all when the server doesn't know what we have.
    private void portion(URI address, Map<String, String> headers, Path partial, Progress.Meter meter)
            throws IOException {
        String mark = Files.exists(partial) && Files.exists(mark(partial)) ? Files.readString(mark(partial)) : "";
        long have = mark.isEmpty() ? 0 : Files.size(partial);
        var asked = new HashMap<>(headers);
        asked.put("Accept-Encoding", "identity");
        if (have > 0) {
            asked.put("Range", "bytes=%d-".formatted(have));
            asked.put("If-Range", mark);
        }
        try (Reply reply = web.open(address, asked)) {
            if (reply.status() == 416) {
                Files.deleteIfExists(partial);
                throw new IOException("it changed while it was fetched");
            }
            boolean goesOn = reply.status() == 206;
            if (goesOn && !reply.header("content-range").orElse("").startsWith("bytes " + have + "-")) {
                Files.deleteIfExists(partial);
                throw new IOException("it sends another part than was asked for");
            }
            if (!goesOn && reply.status() != 200) {
                new Answer(
                                reply.address(),
                                reply.status(),
                                reply.headers(),
                                reply.body().readNBytes(LONGEST_WORDS))
                        .orFail();
                throw new IOException("it answers " + reply.status());
            }
            long from = goesOn ? have : 0;
            Optional<Long> length = length(reply);
            length.ifPresent(rest -> meter.size(from + rest));
            if (!goesOn) {
                // In this order: killed in between, no old bytes may stand beside a new mark.
                Files.deleteIfExists(partial);
                Files.writeString(mark(partial), validator(reply));
            }
            long got = copy(reply.body(), partial, goesOn, from, meter, address);
            if (length.isPresent() && length.get() != got) {
                throw new IOException("%d of %d bytes came".formatted(from + got, from + length.get()));
            }
        }
    }

    private static long copy(
            InputStream body, Path partial, boolean goesOn, long from, Progress.Meter meter, URI address)
            throws IOException {
        StandardOpenOption how = goesOn ? StandardOpenOption.APPEND : StandardOpenOption.CREATE;
        byte[] buffer = new byte[1 << 16];
        long got = 0;
        try (OutputStream out = Files.newOutputStream(partial, StandardOpenOption.WRITE, how)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write(buffer, 0, count);
                got += count;
                if (from + got > LARGEST) {
                    throw new ToolchainException(
                            "%s does not end; more than %d GB came.".formatted(WebRules.shown(address), LARGEST >> 30),
                            "Check the address.");
                }
                meter.at(from + got);
            }
        }
        return got;
    }

    private static Optional<Long> length(Reply reply) {
        return reply.header("content-length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /// By what the server recognises the same file. A weak one is no promise about bytes.
    private static String validator(Reply reply) {
        return reply.header("etag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> reply.header("last-modified"))
                .orElse("");
    }

    private static Path mark(Path partial) {
        return partial.resolveSibling(partial.getFileName() + ".mark");
    }
}
