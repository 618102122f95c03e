package io.atmoshub.hub.token;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.Set;

/// A token to make: good for 1 to 366 days.
public record NewToken(TokenName name, Set<Scope> scopes, int days) {
    public NewToken {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT, "A token needs at least one scope.", "Choose from read, chat and admin.");
        }
        if (days < 1 || days > 366) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A token is good for 1 to 366 days; %d were asked for.".formatted(days),
                    "Choose a shorter time; a new token is quickly made.");
        }
    }
}
