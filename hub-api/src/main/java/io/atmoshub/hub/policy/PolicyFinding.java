package io.atmoshub.hub.policy;

/// Something about a text: an error, with which it can't be saved, or a note. Lines and columns count from 1.
public record PolicyFinding(int line, int column, boolean error, String problem, String hint) {}
