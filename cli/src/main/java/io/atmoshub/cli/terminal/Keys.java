package io.atmoshub.cli.terminal;

import java.util.function.BooleanSupplier;

/// The keyboard.
@FunctionalInterface
public interface Keys {
    /// Nothing was pressed and nothing more is wanted, or nothing more can come.
    int NONE = -1;

    /// The next key, or {@link #NONE} as soon as it is not wanted any more.
    int next(BooleanSupplier wanted);
}
