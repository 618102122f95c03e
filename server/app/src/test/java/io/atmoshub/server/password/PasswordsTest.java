package io.atmoshub.server.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void onlyThePasswordItselfMatchesItsHash() {
        String hash = passwords.hash("correct horse");

        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horsf", hash)).isFalse();
    }

    @Test
    void nobodyHasAPassword() {
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }

    /// Else the time of a refusal would tell who is known here.
    @Test
    void lookingForNobodyIsAsMuchWorkAsForSomebody() {
        String somebodys = passwords.hash("correct horse");

        assertThat(parametersOf(Passwords.NOBODYS)).isEqualTo(parametersOf(somebodys));
        assertThat(Passwords.NOBODYS).hasSameSizeAs(somebodys);
    }

    private static String parametersOf(String hash) {
        return hash.replaceFirst("[$][^$]+[$][^$]+$", "");
    }
}
