package io.atmoshub.project.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of an expression: gives, for a value, any number of values.
sealed interface Term {
    List<@Nullable Object> apply(@Nullable Object in);

    static List<@Nullable Object> just(@Nullable Object value) {
        return Collections.singletonList(value);
    }

    /// What counts as yes in a condition: everything but false and null.
    static boolean holds(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    record Self() implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            return just(in);
        }
    }

    record Literal(@Nullable Object value) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            return just(value);
        }
    }

    record Pipe(Term first, Term then) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            var all = new ArrayList<@Nullable Object>();
            for (Object value : first.apply(in)) {
                all.addAll(then.apply(value));
            }
            return all;
        }
    }

    record Both(Term first, Term second) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            var all = new ArrayList<@Nullable Object>(first.apply(in));
            all.addAll(second.apply(in));
            return all;
        }
    }

    /// `.name`, `["name"]` or `[0]`: one value of a map or list; null where it has none.
    record Key(Term key) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            var all = new ArrayList<@Nullable Object>();
            for (Object wanted : key.apply(in)) {
                all.add(pick(in, wanted));
            }
            return all;
        }

        private static @Nullable Object pick(@Nullable Object in, @Nullable Object wanted) {
            return switch (in) {
                case null -> null;
                case Map<?, ?> map -> map.get(String.valueOf(wanted));
                case List<?> list
                when wanted instanceof Number number -> {
                    int index = number.intValue() < 0 ? list.size() + number.intValue() : number.intValue();
                    yield index >= 0 && index < list.size() ? list.get(index) : null;
                }
                default -> throw new QueryException("%s has no \"%s\" to pick.".formatted(Kinds.type(in), wanted));
            };
        }
    }

    /// `[]`: every value of a map or list.
    record Each() implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            return switch (in) {
                case null -> List.of();
                case Map<?, ?> map -> new ArrayList<@Nullable Object>(map.values());
                case List<?> list -> new ArrayList<@Nullable Object>(list);
                default -> throw new QueryException("%s has nothing in it to go through.".formatted(Kinds.type(in)));
            };
        }
    }

    /// `[1:3]`.
    record Slice(@Nullable Integer from, @Nullable Integer to) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            if (!(in instanceof List<?> list)) {
                throw new QueryException("Only a list can be cut, and this is %s.".formatted(Kinds.type(in)));
            }
            int start = place(from, 0, list.size());
            int end = place(to, list.size(), list.size());
            return just(new ArrayList<@Nullable Object>(start < end ? list.subList(start, end) : List.of()));
        }

        private static int place(@Nullable Integer given, int otherwise, int size) {
            int place = given == null ? otherwise : given < 0 ? size + given : given;
            return Math.clamp(place, 0, size);
        }
    }

    /// `[…]`: everything found, as one list.
    record Collect(Term items) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            return just(items.apply(in));
        }
    }

    /// `{…}`.
    record Make(Map<String, Term> fields) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            var made = new LinkedHashMap<String, @Nullable Object>();
            fields.forEach((name, term) -> {
                List<@Nullable Object> found = term.apply(in);
                made.put(name, found.isEmpty() ? null : found.getFirst());
            });
            return just(made);
        }
    }

    /// Two values and a sign between them.
    record Operation(String sign, Term left, Term right) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            List<@Nullable Object> lefts = left.apply(in);
            if (sign.equals("//")) {
                List<@Nullable Object> there =
                        lefts.stream().filter(Term::holds).toList();
                return there.isEmpty() ? right.apply(in) : there;
            }
            var all = new ArrayList<@Nullable Object>();
            for (Object a : lefts) {
                for (Object b : right.apply(in)) {
                    all.add(Operators.apply(sign, a, b));
                }
            }
            return all;
        }
    }

    /// A function and what stands in its brackets.
    record Call(String name, List<Term> arguments) implements Term {
        @Override
        public List<@Nullable Object> apply(@Nullable Object in) {
            return Functions.call(name, arguments, in);
        }
    }
}
