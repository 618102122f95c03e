package io.atmoshub.hub.session;

/// Somebody who can answer in a session. `builtIn` is false for one that the project's files describe; `byDefault`
/// answers where nobody chose.
public record AgentOffer(String name, String displayName, String description, boolean builtIn, boolean byDefault) {}
