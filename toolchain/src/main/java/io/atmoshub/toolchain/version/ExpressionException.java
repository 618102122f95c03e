package io.atmoshub.toolchain.version;

/// An expression of a registry that can't be read, or has no answer for a version.
public final class ExpressionException extends RuntimeException {
    ExpressionException(String what) {
        super(what);
    }
}
