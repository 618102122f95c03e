package io.atmoshub.gotemplate;

/// A function can't do what it was asked to; the message says why. Execution adds which function, and where.
public class FunctionException extends RuntimeException {

    public FunctionException(String message) {
        super(message, null, false, false);
    }
}
