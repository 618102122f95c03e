package io.atmoshub.server.mirror;

import io.atmoshub.mirror.blob.Blobs;
import io.atmoshub.mirror.blob.DiskBlobs;
import io.atmoshub.mirror.blob.S3Blobs;
import io.atmoshub.mirror.blob.S3Storage;
import io.atmoshub.mirror.ledger.Leases;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.mirror.policy.Gate;
import io.atmoshub.mirror.policy.PolicyShelf;
import io.atmoshub.mirror.pull.Changing;
import io.atmoshub.mirror.pull.PullThrough;
import io.atmoshub.mirror.pull.VersionIndex;
import io.atmoshub.mirror.serve.MirrorHttp;
import io.atmoshub.mirror.upstream.Upstream;
import io.atmoshub.server.node.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/// Puts the mirror together when somebody first asks for it: a hub that mirrors nothing pays nothing.
@ApplicationScoped
public class MirrorWiring {
    private static final int LEASE_SECONDS = 60;
    private static final Duration LOOK = Duration.ofMillis(250);

    /// A wrong setting ends the start, not the first download.
    void check(@Observes @Initialized(ApplicationScoped.class) Object started, MirrorSettings settings) {
        settings.upstream();
    }

    @Produces
    @Singleton
    static Blobs blobs(MirrorSettings settings, AuditedNews news) {
        try {
            Blobs near = new DiskBlobs(settings.folder(), news);
            return settings.bucket()
                    .<Blobs>map(bucket -> new S3Blobs(
                            S3Storage.client(bucket.endpoint(), bucket.region(), bucket.id(), bucket.secret()),
                            bucket.name(),
                            bucket.prefix(),
                            near,
                            news))
                    .orElse(near);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Produces
    @Singleton
    static Ledger ledger(MirrorDatabase database, Clock clock) {
        return new Ledger(database, clock);
    }

    @Produces
    @Singleton
    static PolicyShelf shelf(MirrorDatabase database) {
        return new PolicyShelf(database);
    }

    @Produces
    @Singleton
    static MirrorHttp http(
            MirrorSettings settings,
            Blobs blobs,
            Ledger ledger,
            PolicyShelf shelf,
            MirrorDatabase database,
            AuditedNews news,
            Node node,
            ThreadFactory threads,
            Clock clock) {
        var pullThrough = new PullThrough(
                blobs,
                ledger,
                new Leases(database, node.id(), LEASE_SECONDS),
                database,
                new Upstream(settings.upstream(), Upstream.Names.OF_THE_SYSTEM),
                new Changing(settings.changing()),
                news,
                settings.ttl(),
                LOOK,
                threads,
                clock);
        return new MirrorHttp(
                pullThrough,
                ledger,
                new Gate(shelf, database, ledger, pullThrough, clock),
                new VersionIndex(pullThrough, settings.ttl(), clock),
                settings.registry());
    }
}
