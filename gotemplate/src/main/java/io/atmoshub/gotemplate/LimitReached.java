package io.atmoshub.gotemplate;

/// A limit was reached; the message names it.
final class LimitReached extends FunctionException {

    LimitReached(String message) {
        super(message);
    }
}
