package io.atmoshub.hub.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.regex.Pattern;

/// What a branch is called: 1 to 120 letters, digits and `.`, `_`, `-`, in parts with `/` between them. Narrower than
/// what Git allows, so that no name needs quoting anywhere or looks like an option.
public record BranchName(@JsonValue String value) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BranchName {
        value = value.strip();
        boolean parts = value.length() <= 120;
        for (String part : value.split("/", -1)) {
            parts &= PART.matcher(part).matches()
                    && !part.endsWith(".")
                    && !part.endsWith(".lock")
                    && !part.contains("..");
        }
        if (!parts || value.equals("HEAD")) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "\"%s\" can't be the name of a branch.".formatted(value),
                    "Use letters, digits, dots, dashes and slashes, such as \"change/vpc-zones\".");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
