package io.atmoshub.server.node;

import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Which nodes there are. It only helps them to find each other: who holds which run is decided by leases.
@Service
public final class NodeTable {
    private final Tx tx;
    private final Node me;

    @Inject
    public NodeTable(Tx tx, Node me) {
        this.tx = tx;
        this.me = me;
    }

    /// An earlier process at this very address must be dead; its leases end now instead of in ten seconds.
    public void join() {
        tx.run(em -> {
            Sql.update(em, """
                    update run set lease_until = clock_timestamp()
                    where state = 'WORKING' and node in (select id from node where address = ? and id <> ?)
                    """, me.address().toString(), me.id());
            Sql.update(
                    em,
                    "delete from node where address = ? or seen_at < now() - interval '1 hour'",
                    me.address().toString());
            Sql.update(
                    em,
                    "insert into node (id, address) values (?, ?)",
                    me.id(),
                    me.address().toString());
        });
    }

    public void beat() {
        tx.run(em -> Sql.update(em, """
                insert into node (id, address) values (?, ?)
                on conflict (id) do update set seen_at = clock_timestamp()
                """, me.id(), me.address().toString()));
    }

    public void leave() {
        tx.run(em -> Sql.update(em, "delete from node where id = ?", me.id()));
    }
}
