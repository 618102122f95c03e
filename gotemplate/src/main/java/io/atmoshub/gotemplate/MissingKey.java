package io.atmoshub.gotemplate;

/// What `{{ .name }}` is where the map has no such key; Go's option `missingkey`.
public enum MissingKey {
    /// Nothing, printed as `<no value>`; fields of nothing are nothing again.
    DEFAULT,
    /// The zero value, which for maps of anything is nil: printed as `<no value>`, but a field of it is an error.
    ZERO,
    /// An error that names the key.
    ERROR
}
