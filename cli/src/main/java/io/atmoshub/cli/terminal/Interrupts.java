package io.atmoshub.cli.terminal;

/// Ctrl-C, and being asked to end.
@FunctionalInterface
public interface Interrupts {
    /// Runs it when the command is interrupted; what is returned takes that back.
    Runnable during(Runnable cleanUp);
}
