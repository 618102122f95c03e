package io.atmoshub.gotemplate;

/// The template asked for something outside of it that its caller doesn't grant.
public final class NotReachable extends RuntimeException {

    /// @param what such as `the environment variable HOME`
    public NotReachable(String what) {
        super("this template may not reach " + what + ".", null, false, false);
    }
}
