package io.atmoshub.hub.usage;

/// What usage is summed up by.
public enum UsageBy {
    /// Days of UTC.
    DAY,
    PERSON,
    PROJECT,
    SESSION,
    MODEL
}
