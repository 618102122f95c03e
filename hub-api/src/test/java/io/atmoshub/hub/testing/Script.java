package io.atmoshub.hub.testing;

/// What the scripted assistant does with a message, step by step.
@FunctionalInterface
public interface Script {
    void play(Stage stage) throws InterruptedException;
}
