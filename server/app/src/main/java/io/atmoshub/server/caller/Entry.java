package io.atmoshub.server.caller;

import io.atmoshub.hub.people.Role;

/// Somebody who was let in, and the role they have at this moment.
public record Entry(Caller caller, Role role) {}
