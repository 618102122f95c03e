package io.atmoshub.hub.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;

/// Which model: its provider's id and its own, as `anthropic/claude-sonnet-4-5`. The model's own may hold slashes.
public record ModelRef(@JsonValue String value) {
    /// The assistant that needs no provider.
    public static final ModelRef BUILT_IN = new ModelRef("built-in/assistant");

    private static final int LONGEST = 300;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ModelRef {
        value = value.strip();
        int slash = value.indexOf('/');
        if (slash < 1 || slash == value.length() - 1 || value.length() > LONGEST || hasControls(value)) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "\"%s\" names no model.".formatted(value.length() > LONGEST ? "This" : value),
                    "Write provider and model with a slash between them, such as anthropic/claude-sonnet-4-5.");
        }
    }

    public static ModelRef of(String provider, String model) {
        return new ModelRef(provider + "/" + model);
    }

    public String provider() {
        return value.substring(0, value.indexOf('/'));
    }

    public String model() {
        return value.substring(value.indexOf('/') + 1);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> c <= ' ' || c == 127);
    }

    @Override
    public String toString() {
        return value;
    }
}
