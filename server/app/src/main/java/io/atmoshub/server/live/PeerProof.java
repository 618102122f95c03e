package io.atmoshub.server.live;

import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Shows a node that who asks is another node of the same hub: both can read the same secret in the
/// database. A proof is for one session and holds for a minute.
@Service
public final class PeerProof {
    /// The header that carries it.
    public static final String HEADER = "X-Hub-Node-Proof";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET = "node";
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private final Tx tx;
    private final Clock clock;

    @Inject
    public PeerProof(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    public String make(SessionId session) {
        long now = clock.instant().getEpochSecond();
        return now + "." + code(session, now);
    }

    public boolean holds(SessionId session, String proof) {
        String[] parts = proof.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,12}")) {
            return false;
        }
        long made = Long.parseLong(parts[0]);
        long age = Math.abs(clock.instant().getEpochSecond() - made);
        return age <= HOLDS.toSeconds()
                && MessageDigest.isEqual(
                        code(session, made).getBytes(StandardCharsets.UTF_8),
                        parts[1].getBytes(StandardCharsets.UTF_8));
    }

    private String code(SessionId session, long at) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            String what = "live\n%s\n%d\n".formatted(session, at);
            return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first node to need it makes it.
    private byte[] secret() {
        return tx.call(em -> read(em).orElseGet(() -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Sql.update(em, "insert into hub_secret (name, value) values (?, ?) on conflict do nothing", SECRET, fresh);
            return read(em).orElseThrow();
        }));
    }

    private static Optional<byte[]> read(EntityManager em) {
        return Sql.first(em, "select value from hub_secret where name = ?", row -> row.getBytes("value"), SECRET);
    }
}
