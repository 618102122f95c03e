package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.blob.Blobs;
import io.atmoshub.mirror.blob.Incoming;
import io.atmoshub.mirror.ledger.Evidence;
import io.atmoshub.mirror.ledger.Leases;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.mirror.ledger.Pinned;
import io.atmoshub.mirror.upstream.Download;
import io.atmoshub.mirror.upstream.Upstream;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.fetch.Hashing;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// One fetch under a lease: asks who vouches for the file, lets it arrive, checks it, keeps it, pins it.
final class Fetch {
    private static final long RENEWED_EVERY_SECONDS = 10;

    private final Blobs blobs;
    private final Ledger ledger;
    private final Leases leases;
    private final MirrorDatabase database;
    private final Download download;
    private final Documents documents;
    private final MirrorNews news;
    private final ThreadFactory threads;
    private final Clock clock;

    Fetch(
            Blobs blobs,
            Ledger ledger,
            Leases leases,
            MirrorDatabase database,
            Upstream upstream,
            Documents documents,
            MirrorNews news,
            ThreadFactory threads,
            Clock clock) {
        this.blobs = blobs;
        this.ledger = ledger;
        this.leases = leases;
        this.database = database;
        this.download = new Download(upstream);
        this.documents = documents;
        this.news = news;
        this.threads = threads;
        this.clock = clock;
    }

    void run(Arriving arriving, Optional<Pinned> pinned, long fence) throws IOException {
        UpstreamAddress address = arriving.address();
        var over = new CountDownLatch(1);
        threads.newThread(() -> renew(address, fence, over)).start();
        try {
            fetch(arriving, pinned, fence);
        } catch (MirrorException e) {
            leases.fail(address, fence, e);
            throw e;
        } catch (IOException | RuntimeException e) {
            leases.fail(
                    address,
                    fence,
                    new MirrorException(
                            Kind.STORAGE,
                            "%s could not be stored by another node.".formatted(address),
                            "Whoever runs this hub should look at its log."));
            throw e;
        } finally {
            over.countDown();
        }
    }

    private void renew(UpstreamAddress address, long fence, CountDownLatch over) {
        try {
            while (!over.await(RENEWED_EVERY_SECONDS, TimeUnit.SECONDS) && leases.renew(address, fence)) {
                // Ours for a while longer.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch(Arriving arriving, Optional<Pinned> pinned, long fence) throws IOException {
        UpstreamAddress address = arriving.address();
        List<Evidence> evidence =
                pinned.isPresent() ? List.of() : vouched(address).stream().toList();
        Optional<BlobId> expected = pinned.map(Pinned::blob)
                .or(() -> evidence.stream()
                        .map(Evidence::said)
                        .filter(said -> said.algorithm() == Checksum.Algorithm.SHA256)
                        .map(BlobId::of)
                        .findFirst());
        expected.ifPresent(id -> PullThrough.refuseBlocked(ledger, id, address));
        try (Incoming incoming = blobs.begin()) {
            expected.ifPresent(id -> arriving.expects(id, incoming));
            Download.Arrived said = download.into(incoming, address, new Download.Listener() {
                @Override
                public void begins(Optional<Long> length, long from) {
                    arriving.begins(length.orElse(-1L), from);
                }

                @Override
                public void arrived(long bytes) {
                    arriving.arrived(bytes);
                }
            });
            check(address, incoming, pinned, evidence);
            Pinned file = new Pinned(
                    address,
                    Vouchers.tool(address),
                    incoming.id(),
                    incoming.written(),
                    said.mediaType(),
                    said.lastModified(),
                    clock.instant());
            blobs.keep(incoming);
            pin(file, evidence, fence, pinned.isPresent());
        }
    }

    /// Without a word from the publisher the first that comes counts, and the ledger shows it.
    private Optional<Evidence> vouched(UpstreamAddress address) throws IOException {
        Optional<UpstreamAddress> document = Vouchers.document(address);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] body = documents
                    .get(document.get(), document.get().host().equals("api.github.com") ? "application/json" : "*/*")
                    .body();
            return Vouchers.read(address, document.get(), body);
        } catch (MirrorException e) {
            return Optional.empty();
        }
    }

    private void check(UpstreamAddress address, Incoming incoming, Optional<Pinned> pinned, List<Evidence> evidence)
            throws IOException {
        BlobId got = incoming.id();
        if (pinned.isPresent() && !pinned.get().blob().equals(got)) {
            long size = incoming.written();
            blobs.keep(incoming);
            if (ledger.differs(pinned.get(), got, size)) {
                news.differs(pinned.get(), got);
            }
            throw new MirrorException(
                    Kind.CHANGED,
                    "%s is not what it was: first sha256:%s, now sha256:%s."
                            .formatted(address, pinned.get().blob(), got),
                    "It is in quarantine until an admin of this hub decides.");
        }
        for (Evidence one : evidence) {
            Checksum is = one.said().algorithm() == Checksum.Algorithm.SHA256
                    ? got.sha256()
                    : Hashing.of(incoming.soFar(), one.said().algorithm());
            if (!is.equals(one.said())) {
                news.forged(address.toString(), one.said().toString(), is.toString());
                throw new MirrorException(
                        Kind.FORGED,
                        "%s is not what it should be: wanted %s (%s), got %s."
                                .formatted(address, one.said(), one.source(), is),
                        "Nothing was kept. If it stays so, ask the publisher.");
            }
        }
    }

    private void pin(Pinned file, List<Evidence> evidence, long fence, boolean known) {
        boolean ours = database.call(connection -> {
            if (!leases.finish(connection, file.address(), fence)) {
                return false;
            }
            ledger.pin(connection, file, evidence);
            return true;
        });
        if (!ours) {
            throw new MirrorException(
                    Kind.BUSY, "Another node took over the fetch of %s.".formatted(file.address()), "Ask again.");
        }
        if (!known) {
            news.pinned(
                    file,
                    evidence.isEmpty() ? "first seen" : evidence.getFirst().toString());
        }
    }
}
