package io.atmoshub.server.run;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.conversation.RunLog;

/// What is done in a run: all that is known of it is in its log, and it may be done again from there.
@FunctionalInterface
public interface RunWork {
    void work(ClaimedRun run, RunLog log, Cancellation cancellation);
}
