package io.atmoshub.mirror.ledger;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Who of all nodes fetches an address. The database's clock counts, as nodes' may differ; no transaction stays open
/// while somebody fetches.
public final class Leases {
    private final MirrorDatabase database;
    private final UUID node;
    private final int seconds;

    public Leases(MirrorDatabase database, UUID node, int seconds) {
        this.database = database;
        this.node = node;
        this.seconds = seconds;
    }

    public OffsetDateTime now() {
        return database.first("select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                .orElseThrow();
    }

    /// The fence under which this node fetches now; nothing when somebody else does.
    public OptionalLong claim(UpstreamAddress address) {
        return database.list("""
                        insert into mirror_fetch as f (address, node, fence, lease_until)
                        values (?, ?, 1, clock_timestamp() + make_interval(secs => ?))
                        on conflict (address) do update
                            set node = excluded.node, fence = f.fence + 1, lease_until = excluded.lease_until,
                                failed_at = null
                            where f.lease_until < clock_timestamp()
                        returning fence""", row -> row.getLong(1), address.toString(), node, (double) seconds).stream()
                .mapToLong(fence -> fence)
                .findFirst();
    }

    /// False when the lease was lost.
    public boolean renew(UpstreamAddress address, long fence) {
        return database.update("""
                        update mirror_fetch set lease_until = clock_timestamp() + make_interval(secs => ?)
                        where address = ? and node = ? and fence = ?""", (double) seconds, address.toString(), node, fence) == 1;
    }

    /// Ends the lease in the caller's transaction. False when it was lost: then nothing may be written.
    public boolean finish(Connection connection, UpstreamAddress address, long fence) throws SQLException {
        return MirrorDatabase.update(
                        connection,
                        "delete from mirror_fetch where address = ? and node = ? and fence = ?",
                        address.toString(),
                        node,
                        fence)
                == 1;
    }

    /// Ends a lease under which there was nothing to do.
    public void release(UpstreamAddress address, long fence) {
        database.call(connection -> finish(connection, address, fence));
    }

    /// Ends it, and tells those who wait, on whichever node.
    public void fail(UpstreamAddress address, long fence, MirrorException why) {
        database.update("""
                update mirror_fetch set lease_until = clock_timestamp(), failed_at = clock_timestamp(),
                    failure_kind = ?, failure_what = ?, failure_hint = ?
                where address = ? and node = ? and fence = ?""", why.kind().name(), why.what(), why.hint(), address.toString(), node, fence);
    }

    /// Why the fetch failed that was going on since then.
    public Optional<MirrorException> failure(UpstreamAddress address, OffsetDateTime since) {
        return database.first(
                "select failure_kind, failure_what, failure_hint from mirror_fetch"
                        + " where address = ? and failed_at >= ?",
                row -> new MirrorException(
                        Kind.valueOf(row.getString("failure_kind")),
                        row.getString("failure_what"),
                        row.getString("failure_hint")),
                address.toString(),
                since);
    }
}
