package io.atmoshub.toolchain.version;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A condition on a version, as registries write them: a small part of the language expr-lang.
///
///     Version startsWith "v1" or semver(">= 2, < 3")
///
/// It sees `Version` (the tag), `SemVer` (the tag without its prefix), `semver`, `semverWithVersion` and a few
/// functions on text.
public final class Expression {
    private final String text;
    private final Term term;

    private Expression(String text, Term term) {
        this.text = text;
        this.term = term;
    }

    public static Expression parse(String text) {
        return new Expression(text, new ExpressionParser(text).parse());
    }

    /// For `version_constraint`.
    public boolean accepts(String version, String semVer) {
        var names = new HashMap<String, Object>();
        names.put("Version", version);
        names.put("SemVer", semVer);
        return answer(new Scope(names, semVer));
    }

    /// For `version_filter`, which never sees a version without its prefix.
    public boolean accepts(String version) {
        return answer(new Scope(new HashMap<>(Map.of("Version", version)), version));
    }

    /// Errors count as no, as they do for Aqua.
    public static boolean holds(String text, Predicate<Expression> question) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                try {
                    yield question.test(parse(text));
                } catch (ExpressionException e) {
                    yield false;
                }
            }
        };
    }

    @Override
    public String toString() {
        return text;
    }

    private boolean answer(Scope scope) {
        if (term.value(scope) instanceof Boolean answer) {
            return answer;
        }
        throw new ExpressionException("this is no question with yes or no for an answer: " + text);
    }

    /// What names mean while an expression is worked out, and how much work it may still cost.
    static final class Scope {
        private static final int STEPS = 100_000;

        private final Map<String, Object> names;
        private final String semVer;
        private int steps = STEPS;

        Scope(Map<String, Object> names, String semVer) {
            this.names = names;
            this.semVer = semVer;
        }

        Object get(String name) {
            Object value = names.get(name);
            if (value == null) {
                throw new ExpressionException("there is no " + name);
            }
            return value;
        }

        void set(String name, Object value) {
            names.put(name, value);
        }

        /// A name that means this only as long as the question is being answered.
        boolean with(String name, Object value, BooleanSupplier question) {
            Object outer = names.put(name, value);
            boolean answer = question.getAsBoolean();
            if (outer != null) {
                names.put(name, outer);
            }
            return answer;
        }

        void step() {
            if (--steps < 0) {
                throw new ExpressionException("it takes more than %,d steps".formatted(STEPS));
            }
        }

        Object call(String function, List<Object> arguments) {
            return ExpressionFunctions.call(function, arguments, semVer);
        }
    }

    /// A part of an expression that has a value: a Boolean, a String, a Long or a List.
    @FunctionalInterface
    interface Term {
        Object value(Scope scope);

        static boolean yes(Object value) {
            if (value instanceof Boolean answer) {
                return answer;
            }
            throw new ExpressionException("yes or no was expected, not " + value);
        }

        static String text(Object value) {
            if (value instanceof String text) {
                return text;
            }
            throw new ExpressionException("text was expected, not " + value);
        }

        static List<?> list(Object value) {
            if (value instanceof List<?> list) {
                return list;
            }
            throw new ExpressionException("a list was expected, not " + value);
        }
    }
}
