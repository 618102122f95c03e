package io.atmoshub.hub.people;

import java.time.Instant;

/// The link with which a person sets their password: works once, until it expires, and is shown only to
/// the admin who made it. The path is relative to the hub's address.
public record Invitation(Person person, String path, Instant expiresAt) {}
