package io.atmoshub.assistant.model;

import java.util.Map;

/// A tool that a model wants called; the name and the arguments are as the model wrote them, unchecked.
public record WantedCall(String tool, Map<String, Object> arguments) {
    public WantedCall {
        arguments = Map.copyOf(arguments);
    }
}
