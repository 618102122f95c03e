package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.mirror.upstream.Download;
import io.atmoshub.mirror.upstream.Upstream;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// What changes by nature, kept for a while and shared by all nodes. When upstream is away, what was kept last serves.
final class Documents {
    private static final int LONGEST = 16 << 20;
    private static final int LOCKS = 64;

    /// What upstream said last: a document, or that there is none.
    private record Kept(Optional<Found.Document> document, Instant at) {
        Found.Document answer(UpstreamAddress address) {
            return document.orElseThrow(() -> new MirrorException(
                    Kind.MISSING,
                    "Upstream has no %s; so it said on %s.".formatted(address, at),
                    "Look for a typo in the address."));
        }
    }

    private final Upstream upstream;
    private final Download patience;
    private final MirrorDatabase database;
    private final Duration ttl;
    private final Clock clock;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    Documents(Upstream upstream, MirrorDatabase database, Duration ttl, Clock clock) {
        this.upstream = upstream;
        this.patience = new Download(upstream);
        this.database = database;
        this.ttl = ttl;
        this.clock = clock;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    Found.Document get(UpstreamAddress address, String accept) throws IOException {
        ReentrantLock lock = locks[Math.floorMod(address.hashCode() * 31 + accept.hashCode(), LOCKS)];
        lock.lock();
        try {
            Optional<Kept> kept = kept(address, accept);
            if (kept.isPresent() && kept.get().at().plus(ttl).isAfter(clock.instant())) {
                return kept.get().answer(address);
            }
            return kept.isPresent() ? newer(address, accept, kept.get()) : fetch(address, accept);
        } finally {
            lock.unlock();
        }
    }

    /// Asked once: who has something older need not wait until upstream is back.
    private Found.Document newer(UpstreamAddress address, String accept, Kept kept) {
        try {
            return attempt(address, accept, kept.document());
        } catch (IOException e) {
            return kept.answer(address);
        } catch (MirrorException e) {
            if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.BUSY) {
                return kept.answer(address);
            }
            throw e;
        }
    }

    private Found.Document fetch(UpstreamAddress address, String accept) throws IOException {
        return patience.patiently(address, () -> attempt(address, accept, Optional.empty()));
    }

    private Found.Document attempt(UpstreamAddress address, String accept, Optional<Found.Document> kept)
            throws IOException {
        var headers = new HashMap<String, String>();
        headers.put("Accept", accept);
        kept.map(Found.Document::etag)
                .filter(tag -> !tag.isEmpty())
                .ifPresent(tag -> headers.put("If-None-Match", tag));
        Found.Document fresh;
        try (Upstream.Reply reply = upstream.open(address, headers)) {
            fresh = reply.status() == 304 && kept.isPresent() ? kept.get().asOf(clock.instant()) : read(address, reply);
        } catch (MirrorException e) {
            if (e.kind() == Kind.MISSING) {
                keep(address, accept, new Found.Document(new byte[0], "", "", clock.instant()), true);
            }
            throw e;
        }
        keep(address, accept, fresh, false);
        return fresh;
    }

    private Found.Document read(UpstreamAddress address, Upstream.Reply reply) throws IOException {
        Download.orFail(address, reply);
        byte[] body = reply.body().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new MirrorException(
                    Kind.REFUSED,
                    "%s is larger than %d MiB, too large for what changes.".formatted(address, LONGEST >> 20),
                    "Ask for a file of a fixed version.");
        }
        return new Found.Document(
                body,
                reply.header("content-type").orElse("application/octet-stream"),
                reply.header("etag").orElse(""),
                clock.instant());
    }

    private Optional<Kept> kept(UpstreamAddress address, String accept) {
        return database.first(
                "select body, media_type, etag, fetched_at, missing from mirror_document where address = ? and accept = ?",
                row -> {
                    Instant at =
                            row.getObject("fetched_at", OffsetDateTime.class).toInstant();
                    return row.getBoolean("missing")
                            ? new Kept(Optional.empty(), at)
                            : new Kept(
                                    Optional.of(new Found.Document(
                                            row.getBytes("body"),
                                            row.getString("media_type"),
                                            row.getString("etag"),
                                            at)),
                                    at);
                },
                address.toString(),
                accept);
    }

    private void keep(UpstreamAddress address, String accept, Found.Document document, boolean missing) {
        Instant at = document.fetchedAt();
        database.update(
                """
                insert into mirror_document (address, accept, body, media_type, etag, fetched_at, missing)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (address, accept) do update set body = excluded.body,
                    media_type = excluded.media_type, etag = excluded.etag, fetched_at = excluded.fetched_at,
                    missing = excluded.missing""",
                address.toString(),
                accept,
                document.body(),
                document.mediaType(),
                document.etag(),
                at.atOffset(ZoneOffset.UTC),
                missing);
    }
}
