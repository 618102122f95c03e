package io.atmoshub.server.mirror;

import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import org.hibernate.Session;

/// The server's transactions, as the mirror uses them: what it writes stands or falls with the audit entry about it.
@Service
public class ServerDatabase implements MirrorDatabase {
    private final Tx tx;

    @Inject
    public ServerDatabase(Tx tx) {
        this.tx = tx;
    }

    @Override
    public <T> T call(Work<T> work) {
        return tx.call(em -> em.unwrap(Session.class).doReturningWork(work::in));
    }
}
