package io.atmoshub.gotemplate;

import java.util.List;

/// The body of a template, and how many variables it has; the first is `$`.
record Definition(List<Statement> body, int slots) {

    /// Go keeps an earlier definition when a later one is only blanks.
    boolean isBlank() {
        return body.stream().allMatch(s -> s instanceof Statement.Text(var text) && text.isBlank());
    }
}
