package io.atmoshub.it;

/// The processes a hub is made of.
enum Part {
    LAUNCHER,
    SERVER,
    POSTGRES
}
