package io.atmoshub.gotemplate;

import org.jspecify.annotations.Nullable;

/// A value with fields and methods of its own: a version, a time, a namespace of functions.
///
/// It prints as its `toString()`.
public interface GoObject {

    /// What `.name` is here: a function that gets the arguments written behind it, or null when there is no such
    /// member. A field is a function without arguments.
    @Nullable
    Function member(String name);

    /// What Go would call the type, for `printf "%T"`, `typeOf` and messages.
    default String typeName() {
        return getClass().getSimpleName();
    }
}
