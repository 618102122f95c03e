package io.atmoshub.assistant.model;

/// Takes a model's words as they come.
@FunctionalInterface
public interface TextSink {
    void write(String piece);
}
