package io.atmoshub.hub;

import org.jspecify.annotations.Nullable;

/// Which part of a list: from a cursor that an earlier {@link Page} gave (the beginning without one), at
/// most 1 to 200 items.
public record PageRequest(@Nullable String cursor, int limit) {
    public static final int MOST = 200;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A page has 1 to %d items; %d were asked for.".formatted(MOST, limit),
                    "Ask for fewer and follow the cursor.");
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }
}
