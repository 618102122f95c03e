package io.atmoshub.server.live;

import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A run at work on another node, where that is, and what of its open block was checkpointed.
record RemoteRun(
        SessionId session,
        RunId run,
        long fence,
        URI address,
        @Nullable Checkpoint checkpoint) {
    /// The open block as the database has it, to be told after an event.
    record Checkpoint(long after, LiveText text) {}

    /// The same holding of the same run: another holder raised the fence.
    boolean same(RemoteRun other) {
        return run.equals(other.run) && fence == other.fence;
    }
}
