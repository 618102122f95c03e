package io.atmoshub.toolchain.verify;

import io.atmoshub.toolchain.ToolchainException;
import java.util.Locale;
import java.util.stream.Stream;

/// How much proof is asked of a tool before it is unpacked.
public record Policy(Demand checksums, Demand signatures) {
    public static final Policy DEFAULT = new Policy(Demand.WHEN_AVAILABLE, Demand.WHEN_AVAILABLE);

    /// A lock file's checksums are held against a download even when nothing else is.
    public enum Demand {
        REQUIRED,
        WHEN_AVAILABLE,
        DISABLED;

        /// `key` is the setting it comes from.
        public static Demand of(String key, String value) {
            return Stream.of(values())
                    .filter(one -> one.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new ToolchainException(
                            "%s can't be \"%s\".".formatted(key, value),
                            "It is one of: required, when_available, disabled."));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
