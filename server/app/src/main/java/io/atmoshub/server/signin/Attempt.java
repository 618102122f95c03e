package io.atmoshub.server.signin;

import io.atmoshub.server.caller.Entry;
import io.atmoshub.server.secret.Secret;
import java.time.Duration;

/// How an attempt to sign in ended.
public sealed interface Attempt {
    /// The secret is the holder's from now on; the hub keeps its hash.
    record Opened(Entry entry, Secret secret) implements Attempt {}

    record Wrong() implements Attempt {}

    record Wait(Duration time) implements Attempt {}
}
