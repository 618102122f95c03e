package io.atmoshub.assistant.conversation;

import java.time.Duration;

/// What keeps a run from going on for ever: the model's turns, how long a model may be silent, how much it
/// may say in a turn, and how much of a tool's output it gets to see.
public record Limits(int turns, Duration modelSilence, int longestText, int longestOutput) {
    public static final Limits USUAL = new Limits(25, Duration.ofSeconds(90), 200_000, 24_000);
}
