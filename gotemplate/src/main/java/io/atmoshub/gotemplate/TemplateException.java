package io.atmoshub.gotemplate;

import org.jspecify.annotations.Nullable;

/// A template can't be read or executed. The message says where (`name:line:column`), what, and quotes the action.
public final class TemplateException extends RuntimeException {

    /// Why, for callers that treat these differently.
    public enum Reason {
        /// The text isn't a template.
        SYNTAX,
        /// It calls a function that nobody gave it.
        UNKNOWN_FUNCTION,
        /// It met a value it can't work with.
        FAILED,
        /// It asked for something the caller doesn't grant.
        NOT_REACHABLE,
        /// It used more than it may.
        LIMIT
    }

    private final Reason reason;
    private final Place place;
    private final String problem;

    TemplateException(Reason reason, Place place, String problem, @Nullable Throwable cause) {
        super(place.describe(problem), cause);
        this.reason = reason;
        this.place = place;
        this.problem = problem;
    }

    public Reason reason() {
        return reason;
    }

    /// The name the template was parsed under.
    public String templateName() {
        return place.name();
    }

    /// From 1.
    public int line() {
        return place.line();
    }

    /// From 1, in characters.
    public int column() {
        return place.column();
    }

    /// What is wrong, without where.
    public String problem() {
        return problem;
    }
}
