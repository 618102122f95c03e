package io.atmoshub.project.query;

/// An expression that is not understood, or does not fit the values it is applied to.
public final class QueryException extends RuntimeException {
    public QueryException(String message) {
        super(message);
    }
}
