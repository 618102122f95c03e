package io.atmoshub.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a person signs in with: 1 to 60 small letters, digits and `._@-`, beginning with a letter or a digit.
public record LoginName(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,59}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LoginName {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A sign-in name has 1 to 60 letters, digits and the signs . _ @ -, and begins with a letter or a digit.",
                    "Take a name such as \"ana\" or \"ana@example.org\".");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
