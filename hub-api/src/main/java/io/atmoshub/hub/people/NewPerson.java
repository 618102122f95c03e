package io.atmoshub.hub.people;

/// Somebody to add.
public record NewPerson(LoginName login, DisplayName name, Role role) {}
