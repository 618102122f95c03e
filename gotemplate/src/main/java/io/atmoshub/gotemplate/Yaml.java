package io.atmoshub.gotemplate;

import org.jspecify.annotations.Nullable;

/// Reads and writes YAML for the functions that need it; the caller brings the library.
public interface Yaml {

    /// The value of the first document.
    ///
    /// @throws FunctionException when it isn't YAML, with a message for people
    @Nullable
    Object read(String text);

    /// The value as a document in block style, ending in a newline.
    String write(@Nullable Object value);
}
