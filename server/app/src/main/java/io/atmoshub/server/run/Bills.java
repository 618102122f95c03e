package io.atmoshub.server.run;

import io.atmoshub.assistant.conversation.Spent;
import java.time.Duration;

/// Where it is written down what the models of runs used.
public interface Bills {
    /// From any thread, also after the run ended. Returns when it is written, but waits for no more than a
    /// moment, and not at all on a thread that is interrupted.
    void add(ClaimedRun run, Spent spent);

    /// Waits until everything is written, for no longer than this.
    void settle(Duration atMost) throws InterruptedException;
}
