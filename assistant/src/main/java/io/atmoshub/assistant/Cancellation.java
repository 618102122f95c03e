package io.atmoshub.assistant;

/// Whether somebody wants the work to stop. Work looks at it between steps, and registers what closes the
/// thing it waits for.
public interface Cancellation {
    Cancellation NEVER = new Cancellation() {
        @Override
        public boolean requested() {
            return false;
        }

        @Override
        public void onRequest(Runnable stop) {}
    };

    boolean requested();

    /// Runs it once when a stop is requested, at once when it was already; on the requester's thread, so it
    /// must be quick.
    void onRequest(Runnable stop);
}
