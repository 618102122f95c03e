package io.atmoshub.hub.session;

/// What somebody thinks of an answer.
public enum Thumb {
    UP,
    DOWN
}
