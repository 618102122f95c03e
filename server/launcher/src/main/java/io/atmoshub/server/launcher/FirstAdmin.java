package io.atmoshub.server.launcher;

import io.atmoshub.server.launcher.postgres.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The password of the first administrator, made when nobody gave one.
record FirstAdmin(String password, boolean made) {
    static FirstAdmin of(Optional<String> given) {
        return given.map(password -> new FirstAdmin(password, false))
                .orElseGet(() -> new FirstAdmin(Secret.random(), true));
    }

    /// Shown where only a person sees it. Without a terminal the output may end in a log, so a file keeps it instead.
    String hint(Path data, boolean onTerminal) {
        if (!made) {
            return "Sign in as admin with the password of ATMOS_HUB_ADMIN_PASSWORD.";
        }
        if (onTerminal) {
            return "Sign in as admin with this password, shown only now: " + password;
        }
        Path file = data.resolve("admin-password");
        try {
            Secret.write(file, password);
        } catch (IOException e) {
            throw new CannotStart("Can't write the first password to %s: %s".formatted(file, e.getMessage()), e);
        }
        return "Sign in as admin; the password is in %s. Delete the file when you have it.".formatted(file);
    }
}
