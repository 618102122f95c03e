package io.atmoshub.gotemplate;

/// A limit was reached; the message names it. Not a [FunctionException]: nobody may go on after it.
final class LimitReached extends RuntimeException {

    LimitReached(String message) {
        super(message, null, false, false);
    }
}
