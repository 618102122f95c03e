package io.atmoshub.project;

import java.io.IOException;

/// The {@link Limits} do not allow it. The value that asked for it stays as it is written, unresolved.
public final class RefusedException extends IOException {
    public RefusedException(String what) {
        super(what);
    }
}
