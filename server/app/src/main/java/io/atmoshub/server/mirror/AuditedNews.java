package io.atmoshub.server.mirror;

import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.blob.Blobs;
import io.atmoshub.mirror.ledger.Pinned;
import io.atmoshub.mirror.pull.MirrorNews;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditActor;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Map;

/// What the mirror notices, in the audit log and the server's own.
@Service
public class AuditedNews implements MirrorNews, Blobs.Rot {
    private static final System.Logger LOG = System.getLogger(AuditedNews.class.getName());

    private final Tx tx;
    private final Audit audit;

    @Inject
    public AuditedNews(Tx tx, Audit audit) {
        this.tx = tx;
        this.audit = audit;
    }

    @Override
    public void pinned(Pinned file, String verified) {
        record(
                "mirror.pin",
                file.address().toString(),
                Audit.OK,
                Map.of("sha256", file.blob().hex(), "verified", verified));
    }

    @Override
    public void differs(Pinned pinned, BlobId seen) {
        LOG.log(Level.WARNING, "{0} is not what it was; it is in quarantine", pinned.address());
        record(
                "mirror.quarantine",
                pinned.address().toString(),
                Audit.DENIED,
                Map.of("kept", pinned.blob().hex(), "seen", seen.hex()));
    }

    @Override
    public void forged(String address, String said, String got) {
        LOG.log(Level.WARNING, "{0} is not what its publisher says: {1}, but got {2}", address, said, got);
        record("mirror.forged", address, Audit.DENIED, Map.of("said", said, "got", got));
    }

    @Override
    public void found(BlobId id, String where) {
        LOG.log(Level.WARNING, "The blob at {0} is damaged; it is not given out any more", where);
        record("mirror.rot", id.hex(), Audit.FAILED, Map.of("where", where));
    }

    private void record(String action, String object, String outcome, Map<String, String> detail) {
        tx.run(em ->
                audit.record(em, AuditActor.HUB, action, new AuditObject("mirror", object, object), outcome, detail));
    }
}
