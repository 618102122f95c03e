package io.atmoshub.assistant.model;

/// Takes a model's words as they come, and in the end what they used.
@FunctionalInterface
public interface TextSink {
    /// An empty piece is a sign of life: the model thinks, or writes the arguments of a call.
    void write(String piece);

    /// At most once, however the turn ends, and before it does; whoever pays nobody never says it. A turn that
    /// was stopped may say it when nobody waits for it any more.
    default void used(Usage usage) {}
}
