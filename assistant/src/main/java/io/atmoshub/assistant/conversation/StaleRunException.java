package io.atmoshub.assistant.conversation;

/// Another owner took the run over: whoever gets this stops and writes nothing more.
public final class StaleRunException extends RuntimeException {
    public StaleRunException(String message) {
        super(message);
    }
}
