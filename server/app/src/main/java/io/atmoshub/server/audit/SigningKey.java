package io.atmoshub.server.audit;

import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/// The key that signs checkpoints. All nodes share it, so it is in the database; whoever wants proof against
/// somebody who owns that too keeps an exported checkpoint elsewhere.
final class SigningKey {
    private static final String PRIVATE = "audit.private-key";
    private static final String PUBLIC = "audit.public-key";

    private SigningKey() {}

    /// Called by one node at a time.
    static KeyPair readOrMake(EntityManager em) {
        try {
            List<byte[]> kept = read(em);
            if (!kept.isEmpty()) {
                KeyFactory factory = KeyFactory.getInstance("Ed25519");
                return new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(kept.get(1))),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(kept.get(0))));
            }
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            write(em, PRIVATE, made.getPrivate().getEncoded());
            write(em, PUBLIC, made.getPublic().getEncoded());
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the audit log can't be used.", e);
        }
    }

    @SuppressWarnings("unchecked") // JPA's native queries know no generics
    private static List<byte[]> read(EntityManager em) {
        return em.createNativeQuery("select value from hub_secret where name in (:names) order by name", byte[].class)
                .setParameter("names", List.of(PRIVATE, PUBLIC))
                .getResultList();
    }

    private static void write(EntityManager em, String name, byte[] value) {
        em.createNativeQuery("insert into hub_secret (name, value) values (:name, :value)")
                .setParameter("name", name)
                .setParameter("value", value)
                .executeUpdate();
    }
}
