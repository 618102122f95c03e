package io.atmoshub.hub.account;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;

/// The present password and the one to have from now on: 10 to 200 characters.
public record PasswordChange(String current, String next) {
    public PasswordChange {
        checkNew(next);
    }

    public static void checkNew(String password) {
        if (password.length() < 10 || password.length() > 200) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "A password has 10 to 200 characters.",
                    "A few unrelated words make a good one.");
        }
    }

    /// Passwords stay out of logs.
    @Override
    public String toString() {
        return "PasswordChange[…]";
    }
}
