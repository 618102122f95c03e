package io.atmoshub.hub.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody in the organisation. One who is not active can neither sign in nor use a token; one who has
/// not joined has yet to open the invitation link.
public record Person(
        PersonId id,
        LoginName login,
        DisplayName name,
        Role role,
        boolean active,
        boolean joined,
        Instant addedAt,
        @Nullable Instant lastSeenAt) {}
