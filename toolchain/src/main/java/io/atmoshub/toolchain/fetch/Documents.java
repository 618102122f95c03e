package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Small things that change: registries, lists of versions, what an API answers. Kept for `ttl` without asking; after
/// that the server is asked whether there is anything new. Without a network, what was kept last is used and that is
/// said.
public final class Documents {
    private final Web web;
    private final Cache cache;
    private final Duration ttl;
    private final Progress progress;
    private volatile boolean asked;

    public Documents(Web web, Cache cache, Duration ttl, Progress progress) {
        this.web = web;
        this.cache = cache;
        this.ttl = ttl;
        this.progress = progress;
    }

    /// Whether anything was wanted so far, from the network or kept from there.
    public boolean asked() {
        return asked;
    }

    public byte[] get(URI address, Map<String, String> headers) {
        return find(address, headers)
                .orElseThrow(() -> new ToolchainException(
                        "%s does not exist.".formatted(WebRules.shown(address)), Trouble.hint(404)));
    }

    /// Nothing when the server says that there is no such thing.
    public Optional<byte[]> find(URI address, Map<String, String> headers) {
        asked = true;
        try {
            // What is answered depends on what is accepted.
            Path file = cache.document(address + " " + headers.getOrDefault("Accept", ""));
            Optional<Kept> kept = read(file);
            if (kept.isPresent() && (web.offline() || kept.get().age().compareTo(ttl) < 0)) {
                return Optional.of(kept.get().body());
            }
            return fetch(address, headers, file, kept);
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
    }

    private Optional<byte[]> fetch(URI address, Map<String, String> headers, Path file, Optional<Kept> kept)
            throws IOException {
        var asked = new HashMap<>(headers);
        kept.map(Kept::etag).filter(tag -> !tag.isEmpty()).ifPresent(tag -> asked.put("If-None-Match", tag));
        Answer answer;
        try {
            answer = web.get(address, asked);
            if (answer.status() >= 500) {
                answer.orFail();
            }
        } catch (ToolchainException e) {
            if (kept.isEmpty()) {
                throw e;
            }
            progress.say(e.what() + " What was kept from before is used.");
            return kept.map(Kept::body);
        }
        if (answer.status() == 304 && kept.isPresent()) {
            write(file, kept.get().etag(), kept.get().body());
            return kept.map(Kept::body);
        }
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        byte[] body = answer.orFail().body();
        write(file, answer.header("etag").orElse(""), body);
        return Optional.of(body);
    }

    private static final class Kept {
        private final Instant at;
        private final String etag;
        private final byte[] body;

        Kept(Instant at, String etag, byte[] body) {
            this.at = at;
            this.etag = etag;
            this.body = body;
        }

        String etag() {
            return etag;
        }

        byte[] body() {
            return body;
        }

        Duration age() {
            Duration age = Duration.between(at, Instant.now());
            // A clock that was set back must not keep it for ever.
            return age.isNegative() ? Duration.ofDays(10_000) : age;
        }
    }

    private static Optional<Kept> read(Path file) throws IOException {
        byte[] all;
        try {
            all = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int end = 0;
        while (end < all.length && all[end] != '\n') {
            end++;
        }
        String[] head = new String(all, 0, end, StandardCharsets.UTF_8).split(" ", 2);
        if (end == all.length || !head[0].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        return Optional.of(new Kept(
                Instant.ofEpochMilli(Long.parseLong(head[0])),
                head.length == 2 ? head[1] : "",
                Arrays.copyOfRange(all, end + 1, all.length)));
    }

    private void write(Path file, String etag, byte[] body) throws IOException {
        var all = new ByteArrayOutputStream();
        all.write("%d %s\n".formatted(Instant.now().toEpochMilli(), etag).getBytes(StandardCharsets.UTF_8));
        all.write(body);
        WholeFile.write(file, all.toByteArray());
        cache.shrink();
    }
}
