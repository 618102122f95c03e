package io.atmoshub.project.remote;

import java.time.Duration;

/// How long to wait: for a connection, while nothing comes, and for everything.
record Patience(Duration connect, Duration idle, Duration total) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));
}
