package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.blob.Blobs;
import io.atmoshub.mirror.blob.OpenBlob;
import io.atmoshub.mirror.ledger.Leases;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.mirror.ledger.Pinned;
import io.atmoshub.mirror.upstream.Upstream;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/// Gives what an address stands for, and fetches it when it is asked for first. Of all that ask on this node one
/// thread cares for it; of all nodes the one with the lease fetches.
public final class PullThrough {
    private static final int ROUNDS = 5;

    private final Blobs blobs;
    private final Ledger ledger;
    private final Leases leases;
    private final Upstream upstream;
    private final Changing changing;
    private final Documents documents;
    private final Fetch fetch;
    private final ThreadFactory threads;
    private final Duration look;
    private final ConcurrentHashMap<UpstreamAddress, Arriving> running = new ConcurrentHashMap<>();

    /// @param ttl for how long a document that changes by nature is not asked for again
    /// @param look how often a node looks whether another one has finished
    public PullThrough(
            Blobs blobs,
            Ledger ledger,
            Leases leases,
            MirrorDatabase database,
            Upstream upstream,
            Changing changing,
            MirrorNews news,
            Duration ttl,
            Duration look,
            ThreadFactory threads,
            Clock clock) {
        this.blobs = blobs;
        this.ledger = ledger;
        this.leases = leases;
        this.upstream = upstream;
        this.changing = changing;
        this.documents = new Documents(upstream, database, ttl, clock);
        this.fetch = new Fetch(blobs, ledger, leases, database, upstream, documents, news, threads, clock);
        this.threads = threads;
        this.look = look;
    }

    /// Whether what an address gives changes by nature.
    public boolean changes(UpstreamAddress address) {
        return changing.is(address);
    }

    /// @param accept which kind of answer is wanted, of what changes by nature
    /// @param whole whether it has to be here as a whole, as for a part of it
    public Found get(UpstreamAddress address, String accept, boolean whole) throws IOException {
        if (!upstream.rules().mayBeAsked(address.host())) {
            throw new MirrorException(
                    Kind.REFUSED,
                    "The host %s is not mirrored here.".formatted(address.host()),
                    "An admin can add it to ATMOS_HUB_MIRROR_HOSTS.");
        }
        if (changing.is(address)) {
            return documents.get(address, accept);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Found> held = held(address);
            if (held.isPresent()) {
                return held.get();
            }
            Arriving arriving = arriving(address);
            if (arriving.awaitFirst()) {
                if (!whole) {
                    return new Found.Coming(arriving);
                }
                arriving.awaitDone();
            }
        }
        throw new MirrorException(
                Kind.STORAGE,
                "%s was fetched, and is gone again each time.".formatted(address),
                "Whoever runs this hub should look at its disk or object storage.");
    }

    private Optional<Found> held(UpstreamAddress address) throws IOException {
        Optional<Pinned> pinned = ledger.find(address);
        if (pinned.isEmpty()) {
            return Optional.empty();
        }
        refuseBlocked(ledger, pinned.get().blob(), address);
        Optional<OpenBlob> blob = blobs.open(pinned.get().blob());
        return blob.map(open -> new Found.Held(pinned.get(), open));
    }

    static void refuseBlocked(Ledger ledger, BlobId blob, UpstreamAddress address) {
        ledger.blocked(blob).ifPresent(reason -> {
            throw new MirrorException(
                    Kind.BLOCKED, "%s was recalled: %s.".formatted(address, reason), "Use another version.");
        });
    }

    private Arriving arriving(UpstreamAddress address) {
        Arriving mine = new Arriving(address, blobs);
        Arriving theirs = running.putIfAbsent(address, mine);
        if (theirs != null) {
            return theirs;
        }
        threads.newThread(() -> care(mine)).start();
        return mine;
    }

    private void care(Arriving arriving) {
        UpstreamAddress address = arriving.address();
        Exception trouble = null;
        try {
            until(arriving);
        } catch (IOException | RuntimeException e) {
            trouble = e;
        }
        // In this order: who waits looks again, and must not find this one.
        running.remove(address, arriving);
        if (trouble == null) {
            arriving.done();
        } else {
            arriving.failed(trouble);
        }
    }

    /// Until the file is here, whoever fetches it.
    private void until(Arriving arriving) throws IOException {
        UpstreamAddress address = arriving.address();
        OffsetDateTime since = leases.now();
        while (true) {
            Optional<Pinned> pinned = ledger.find(address);
            if (pinned.isPresent() && here(pinned.get().blob())) {
                return;
            }
            Optional<MirrorException> failure = leases.failure(address, since);
            if (failure.isPresent()) {
                throw failure.get();
            }
            OptionalLong fence = leases.claim(address);
            if (fence.isPresent()) {
                // Somebody may have finished between our look and our claim.
                Optional<Pinned> meanwhile = ledger.find(address);
                if (meanwhile.isPresent() && here(meanwhile.get().blob())) {
                    leases.release(address, fence.getAsLong());
                } else {
                    fetch.run(arriving, meanwhile, fence.getAsLong());
                }
                return;
            }
            rest();
        }
    }

    private boolean here(BlobId id) throws IOException {
        Optional<OpenBlob> open = blobs.open(id);
        if (open.isPresent()) {
            open.get().close();
        }
        return open.isPresent();
    }

    private void rest() throws IOException {
        try {
            Thread.sleep(look);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
