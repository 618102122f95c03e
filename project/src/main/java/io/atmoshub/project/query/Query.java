package io.atmoshub.project.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A yq expression, ready to be applied. Values are plain: Map, List, String, Number, Boolean and null.
/// Understood are paths such as `.vars.list[0]`, pipes, commas, literals, lists and maps, slices, comparison, `and`,
/// `or`, `not`, `//`, `+`, `-` and the functions of {@link Functions}.
public final class Query {
    private final String text;
    private final Term term;

    private Query(String text, Term term) {
        this.text = text;
        this.term = term;
    }

    /// @throws QueryException when it uses what is not understood
    public static Query of(String text) {
        return new Query(text, new QueryParser(text).parse());
    }

    /// What it finds in a value, in order.
    public List<@Nullable Object> all(@Nullable Object value) {
        return term.apply(value);
    }

    /// What it finds: one value as it is, several as a list, none as null.
    public @Nullable Object one(@Nullable Object value) {
        List<@Nullable Object> found = all(value);
        return found.size() == 1 ? found.getFirst() : found.isEmpty() ? null : found;
    }

    @Override
    public String toString() {
        return text;
    }
}
