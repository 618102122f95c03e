package io.atmoshub.assistant.permission;

/// Something in a document that somebody should know: an error, which keeps it from holding, or a note.
public record PolicyFinding(int line, int column, boolean error, String problem, String hint) {}
