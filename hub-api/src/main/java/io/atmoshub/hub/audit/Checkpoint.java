package io.atmoshub.hub.audit;

import java.time.Instant;

/// A signed statement that the chain had this hash at this place: Ed25519 over {@link AuditChain#statement},
/// signature and public key in Base64 (X.509 form).
public record Checkpoint(long seq, String hash, Instant at, String publicKey, String signature) {}
