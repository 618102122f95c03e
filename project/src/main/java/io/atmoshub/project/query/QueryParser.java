package io.atmoshub.project.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads an expression. From the loosest to the closest: `|`, `,`, `//`, `or`, `and`, comparison, `+` and `-`, paths.
final class QueryParser {
    private static final List<List<String>> SIGNS = List.of(
            List.of("//"), List.of("or"), List.of("and"), List.of("==", "!=", "<=", ">=", "<", ">"), List.of("+", "-"));
    private static final int DEEPEST = 100;

    private final QueryTokens tokens;
    private int depth;

    QueryParser(String text) {
        this.tokens = new QueryTokens(text);
    }

    Term parse() {
        Term term = pipe();
        if (!tokens.atEnd()) {
            throw tokens.unexpected();
        }
        return term;
    }

    private Term pipe() {
        if (++depth > DEEPEST) {
            throw new QueryException("The expression is nested too deep.");
        }
        Term term = comma();
        while (tokens.take("|")) {
            term = new Term.Pipe(term, comma());
        }
        depth--;
        return term;
    }

    private Term comma() {
        Term term = operation(0);
        while (tokens.take(",")) {
            term = new Term.Both(term, operation(0));
        }
        return term;
    }

    private Term operation(int level) {
        if (level == SIGNS.size()) {
            return path();
        }
        Term term = operation(level + 1);
        for (String sign = tokens.takeOne(SIGNS.get(level)); sign != null; sign = tokens.takeOne(SIGNS.get(level))) {
            term = new Term.Operation(sign, term, operation(level + 1));
        }
        return term;
    }

    private Term path() {
        Term term = start();
        while (true) {
            Term next = step();
            if (next == null) {
                return term;
            }
            term = new Term.Pipe(term, next);
        }
    }

    private Term start() {
        if (tokens.take("(")) {
            Term inner = pipe();
            tokens.expect(")");
            return inner;
        }
        if (tokens.take("[")) {
            Term items = tokens.take("]") ? null : pipe();
            if (items == null) {
                return new Term.Literal(List.of());
            }
            tokens.expect("]");
            return new Term.Collect(items);
        }
        if (tokens.take("{")) {
            return new Term.Make(fields());
        }
        if (tokens.take("-")) {
            return new Term.Operation("-", new Term.Literal(0L), path());
        }
        if (tokens.peek(QueryTokens.Kind.DOT)) {
            if (tokens.take("..")) {
                throw new QueryException("\"..\" is not understood: name the path.");
            }
            Term first = step();
            if (first == null) {
                tokens.expect(".");
                return new Term.Self();
            }
            return first;
        }
        return switch (tokens.kind()) {
            case TEXT -> new Term.Literal(tokens.next());
            case NUMBER -> new Term.Literal(QueryTokens.number(tokens.next()));
            case WORD -> word(tokens.next());
            default -> throw tokens.unexpected();
        };
    }

    /// `.name`, `."name"`, `[…]` after something, each also after a dot; nothing when the path ends here.
    private @Nullable Term step() {
        if (tokens.peek(QueryTokens.Kind.DOT) && tokens.dotBeforeKey()) {
            tokens.next();
            if (tokens.kind() == QueryTokens.Kind.WORD || tokens.kind() == QueryTokens.Kind.TEXT) {
                Term key = new Term.Key(new Term.Literal(tokens.next()));
                tokens.take("?");
                return key;
            }
        }
        if (!tokens.bracketHere() || !tokens.take("[")) {
            return null;
        }
        if (tokens.take("]")) {
            return new Term.Each();
        }
        if (tokens.take(":")) {
            Integer to = tokens.whole();
            tokens.expect("]");
            return new Term.Slice(null, to);
        }
        Term key = pipe();
        if (tokens.take(":")) {
            Integer from = wholeOf(key);
            Integer to = tokens.take("]") ? null : tokens.whole();
            if (to != null) {
                tokens.expect("]");
            }
            return new Term.Slice(from, to);
        }
        tokens.expect("]");
        return new Term.Key(key);
    }

    private static Integer wholeOf(Term key) {
        if (key.apply(null).getFirst() instanceof Long number) {
            return Math.toIntExact(number);
        }
        throw new QueryException("A list is cut at whole numbers.");
    }

    private Map<String, Term> fields() {
        var fields = new LinkedHashMap<String, Term>();
        while (!tokens.take("}")) {
            if (!fields.isEmpty()) {
                tokens.expect(",");
            }
            String name = tokens.next();
            tokens.expect(":");
            fields.put(name, operation(0));
        }
        return fields;
    }

    private Term word(String word) {
        switch (word) {
            case "true", "false" -> {
                return new Term.Literal(Boolean.valueOf(word));
            }
            case "null" -> {
                return new Term.Literal(null);
            }
            default -> {
                /* a function */
            }
        }
        Integer wanted = Functions.KNOWN.get(word);
        if (wanted == null) {
            throw new QueryException("\"%s\" is not understood. Known are: %s."
                    .formatted(
                            word,
                            String.join(
                                    ", ",
                                    Functions.KNOWN.keySet().stream().sorted().toList())));
        }
        List<Term> arguments = new ArrayList<>();
        if (tokens.take("(")) {
            if (!tokens.take(")")) {
                arguments.add(pipe());
                tokens.expect(")");
            }
        }
        if (arguments.size() != wanted) {
            throw new QueryException(
                    wanted == 0
                            ? "%s takes nothing in brackets.".formatted(word)
                            : "%s needs an expression in brackets: %s(…).".formatted(word, word));
        }
        return new Term.Call(word, arguments);
    }
}
