package io.atmoshub.gotemplate;

/// Two things inside an execution that are not values.
enum Mark {
    /// A nil found inside a list or map. Unlike nothing at all, a field of it is an error, as in Go. It becomes null
    /// at the end of its pipeline and when it is passed on.
    NIL,
    /// There is no value from an earlier stage of the pipeline.
    NONE
}
