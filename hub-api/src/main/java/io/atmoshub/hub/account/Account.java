package io.atmoshub.hub.account;

/// The caller's own account.
public interface Account {
    Me me();

    /// Ends the person's other sign-ins. NOT_ALLOWED when the present password is wrong or the caller came
    /// with a token.
    void changePassword(PasswordChange change);
}
