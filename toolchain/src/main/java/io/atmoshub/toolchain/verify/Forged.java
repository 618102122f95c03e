package io.atmoshub.toolchain.verify;

import org.jspecify.annotations.Nullable;

/// A signature that does not say what it should. The reason is part of a sentence.
final class Forged extends Exception {
    Forged(String reason) {
        super(reason);
    }

    Forged(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
