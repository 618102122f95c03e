package io.atmoshub.toolchain.version;

import io.atmoshub.toolchain.version.Expression.Scope;
import io.atmoshub.toolchain.version.Expression.Term;
import io.atmoshub.toolchain.version.ExpressionLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Reads an [Expression] with expr-lang's precedences. `not` binds closer than a comparison there, so
/// `not Version startsWith "v"` is refused, as it is by Aqua: it needs parentheses.
final class ExpressionParser {
    private static final int UNARY = 50;
    private static final int DEEPEST = 100;
    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("or", 10),
            Map.entry("||", 10),
            Map.entry("and", 15),
            Map.entry("&&", 15),
            Map.entry("==", 20),
            Map.entry("!=", 20),
            Map.entry("<", 20),
            Map.entry("<=", 20),
            Map.entry(">", 20),
            Map.entry(">=", 20),
            Map.entry("in", 20),
            Map.entry("matches", 20),
            Map.entry("contains", 20),
            Map.entry("startsWith", 20),
            Map.entry("endsWith", 20),
            Map.entry("+", 30));

    private final List<Token> tokens;
    private int at;
    private int depth;

    ExpressionParser(String text) {
        this.tokens = new ExpressionLexer(text).tokens();
    }

    Term parse() {
        Term term = sequence();
        if (!peek().text().isEmpty() || peek().literal() != null) {
            throw unexpected();
        }
        return term;
    }

    /// `let name = value; rest`, or one expression.
    private Term sequence() {
        if (!isWord("let")) {
            return ternary();
        }
        at++;
        String name = next().text();
        expect("=");
        Term value = ternary();
        expect(";");
        Term rest = sequence();
        return scope -> {
            scope.set(name, value.value(scope));
            return rest.value(scope);
        };
    }

    private Term ternary() {
        Term condition = binary(0);
        if (!isWord("?")) {
            return condition;
        }
        at++;
        Term yes = ternary();
        expect(":");
        Term no = ternary();
        return scope -> Term.yes(condition.value(scope)) ? yes.value(scope) : no.value(scope);
    }

    private Term binary(int weakest) {
        if (++depth > DEEPEST) {
            throw new ExpressionException("it is nested deeper than %d levels".formatted(DEEPEST));
        }
        Term left = unary();
        while (true) {
            boolean negated =
                    isWord("not") && BINARY.containsKey(tokens.get(at + 1).text());
            String operator = tokens.get(negated ? at + 1 : at).text();
            Integer strength = peek().literal() == null ? BINARY.get(operator) : null;
            if (strength == null || strength < weakest) {
                depth--;
                return left;
            }
            at += negated ? 2 : 1;
            Term combined = combined(operator, left, binary(strength + 1));
            left = negated ? scope -> !Term.yes(combined.value(scope)) : combined;
        }
    }

    private static Term combined(String operator, Term left, Term right) {
        return switch (operator) {
            case "or", "||" -> scope -> Term.yes(left.value(scope)) || Term.yes(right.value(scope));
            case "and", "&&" -> scope -> Term.yes(left.value(scope)) && Term.yes(right.value(scope));
            default ->
                scope -> {
                    scope.step();
                    return ExpressionFunctions.operate(operator, left.value(scope), right.value(scope));
                };
        };
    }

    private Term unary() {
        if (isWord("not") || isWord("!")) {
            at++;
            Term negated = binary(UNARY);
            return scope -> !Term.yes(negated.value(scope));
        }
        return primary();
    }

    private Term primary() {
        Token token = next();
        if (token.literal() != null) {
            Object literal = token.literal();
            return scope -> literal;
        }
        return switch (token.text()) {
            case "(" -> {
                Term inner = ternary();
                expect(")");
                yield inner;
            }
            case "[" -> {
                List<Term> items = until("]");
                yield scope -> items.stream().map(item -> item.value(scope)).toList();
            }
            case "true" -> scope -> true;
            case "false" -> scope -> false;
            case "#" -> scope -> scope.get("#");
            default -> {
                if (!Character.isLetter(
                        token.text().isEmpty() ? ' ' : token.text().charAt(0))) {
                    at--;
                    throw unexpected();
                }
                yield isWord("(") ? call(token.text()) : scope -> scope.get(token.text());
            }
        };
    }

    private Term call(String name) {
        expect("(");
        return switch (name) {
            case "any", "all", "none" -> {
                Term list = ternary();
                expect(",");
                boolean braces = isWord("{");
                at += braces ? 1 : 0;
                Term test = ternary();
                if (braces) {
                    expect("}");
                }
                expect(")");
                yield scope -> overAll(name, Term.list(list.value(scope)), item -> with(item, test, scope));
            }
            default -> {
                List<Term> arguments = until(")");
                yield scope -> {
                    scope.step();
                    return scope.call(
                            name,
                            arguments.stream()
                                    .map(argument -> argument.value(scope))
                                    .toList());
                };
            }
        };
    }

    private static boolean with(Object item, Term test, Scope scope) {
        scope.step();
        return scope.with("#", item, () -> Term.yes(test.value(scope)));
    }

    private static Object overAll(String name, List<?> list, Predicate<Object> test) {
        return switch (name) {
            case "any" -> list.stream().anyMatch(test);
            case "all" -> list.stream().allMatch(test);
            default -> list.stream().noneMatch(test);
        };
    }

    private List<Term> until(String end) {
        var terms = new ArrayList<Term>();
        while (!isWord(end)) {
            terms.add(ternary());
            if (!isWord(end)) {
                expect(",");
            }
        }
        at++;
        return terms;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean isWord(String word) {
        return peek().literal() == null && peek().text().equals(word);
    }

    private void expect(String word) {
        if (!isWord(word)) {
            throw unexpected();
        }
        at++;
    }

    private ExpressionException unexpected() {
        Token token = peek();
        return new ExpressionException(
                token.text().isEmpty() && token.literal() == null
                        ? "it ends too early"
                        : "\"%s\" was not expected at column %d"
                                .formatted(token.literal() == null ? token.text() : token.literal(), token.column()));
    }
}
