package io.atmoshub.project.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The functions of expressions, each with how many values it takes in brackets.
final class Functions {
    static final Map<String, Integer> KNOWN = Map.ofEntries(
            Map.entry("select", 1),
            Map.entry("map", 1),
            Map.entry("has", 1),
            Map.entry("contains", 1),
            Map.entry("join", 1),
            Map.entry("split", 1),
            Map.entry("sort_by", 1),
            Map.entry("with_entries", 1),
            Map.entry("test", 1),
            Map.entry("keys", 0),
            Map.entry("length", 0),
            Map.entry("to_entries", 0),
            Map.entry("from_entries", 0),
            Map.entry("not", 0),
            Map.entry("sort", 0),
            Map.entry("unique", 0),
            Map.entry("reverse", 0),
            Map.entry("first", 0),
            Map.entry("add", 0),
            Map.entry("any", 0),
            Map.entry("all", 0),
            Map.entry("flatten", 0),
            Map.entry("type", 0),
            Map.entry("tag", 0),
            Map.entry("upcase", 0),
            Map.entry("downcase", 0),
            Map.entry("trim", 0));

    private Functions() {}

    static List<@Nullable Object> call(String name, List<Term> arguments, @Nullable Object in) {
        return switch (name) {
            case "select" -> arguments.getFirst().apply(in).stream().anyMatch(Term::holds) ? Term.just(in) : List.of();
            case "map" -> Term.just(mapped(in, arguments.getFirst()));
            case "with_entries" -> {
                var changed = new ArrayList<@Nullable Object>();
                entries(in).forEach(entry -> changed.addAll(arguments.getFirst().apply(entry)));
                yield Term.just(fromEntries(changed));
            }
            case "sort_by" -> {
                var sorted = new ArrayList<@Nullable Object>(list(in));
                sorted.sort((a, b) -> Operators.compare(
                        first(arguments.getFirst().apply(a)),
                        first(arguments.getFirst().apply(b))));
                yield Term.just(sorted);
            }
            default ->
                Term.just(simple(
                        name,
                        in,
                        arguments.isEmpty() ? null : first(arguments.getFirst().apply(in))));
        };
    }

    private static @Nullable Object simple(String name, @Nullable Object in, @Nullable Object argument) {
        return switch (name) {
            case "has" -> has(in, argument);
            case "contains" -> contains(in, argument);
            case "join" ->
                String.join(
                        String.valueOf(argument),
                        list(in).stream()
                                .map(value -> value == null ? "" : value.toString())
                                .toList());
            case "split" ->
                new ArrayList<@Nullable Object>(
                        Arrays.asList(text(in).split(Pattern.quote(String.valueOf(argument)), -1)));
            case "test" -> found(text(in), String.valueOf(argument));
            case "keys" -> keys(in);
            case "length" -> length(in);
            case "to_entries" -> entries(in);
            case "from_entries" -> fromEntries(list(in));
            case "not" -> !Term.holds(in);
            case "sort" -> {
                var sorted = new ArrayList<@Nullable Object>(list(in));
                sorted.sort(Operators::compare);
                yield sorted;
            }
            case "unique" -> new ArrayList<@Nullable Object>(new LinkedHashSet<>(list(in)));
            case "reverse" -> list(in).reversed();
            case "first" -> first(list(in));
            case "add" -> list(in).stream().reduce(null, Operators::plus);
            case "any" -> list(in).stream().anyMatch(Term::holds);
            case "all" -> list(in).stream().allMatch(Term::holds);
            case "flatten" -> flat(list(in), new ArrayList<>());
            case "type", "tag" -> Kinds.tag(in);
            case "upcase" -> text(in).toUpperCase(Locale.ROOT);
            case "downcase" -> text(in).toLowerCase(Locale.ROOT);
            case "trim" -> text(in).strip();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// Only literal parts and `^`, `$`, `.*`: a pattern from elsewhere must not take for ever.
    private static boolean found(String text, String pattern) {
        return Pattern.compile(simplified(pattern)).matcher(text).find();
    }

    private static String simplified(String pattern) {
        if (pattern.matches(".*[+*}?][+*{].*") || pattern.matches(".*\\([^)]*[+*][^)]*\\)[+*{].*")) {
            throw new QueryException("The pattern \"%s\" repeats what repeats.".formatted(pattern));
        }
        return pattern;
    }

    private static List<@Nullable Object> mapped(@Nullable Object in, Term term) {
        var all = new ArrayList<@Nullable Object>();
        for (Object item : list(in)) {
            all.addAll(term.apply(item));
        }
        return all;
    }

    private static boolean has(@Nullable Object in, @Nullable Object key) {
        return switch (in) {
            case Map<?, ?> map -> map.containsKey(String.valueOf(key));
            case List<?> list
            when key instanceof Number index -> index.intValue() >= 0 && index.intValue() < list.size();
            case null, default -> false;
        };
    }

    private static boolean contains(@Nullable Object in, @Nullable Object part) {
        return switch (in) {
            case String text -> part instanceof String sought && text.contains(sought);
            case List<?> list
            when part instanceof List<?> parts ->
                parts.stream().allMatch(each -> list.stream().anyMatch(item -> contains(item, each)));
            case Map<?, ?> map
            when part instanceof Map<?, ?> parts ->
                parts.entrySet().stream()
                        .allMatch(each ->
                                map.containsKey(each.getKey()) && contains(map.get(each.getKey()), each.getValue()));
            case null -> part == null;
            default -> Boolean.TRUE.equals(Operators.apply("==", in, part));
        };
    }

    private static List<@Nullable Object> keys(@Nullable Object in) {
        return switch (in) {
            case Map<?, ?> map -> new ArrayList<@Nullable Object>(map.keySet());
            case List<?> list -> {
                var indices = new ArrayList<@Nullable Object>();
                for (long i = 0; i < list.size(); i++) {
                    indices.add(i);
                }
                yield indices;
            }
            case null, default -> throw new QueryException("%s has no keys.".formatted(Kinds.type(in)));
        };
    }

    private static long length(@Nullable Object in) {
        return switch (in) {
            case null -> 0;
            case Map<?, ?> map -> map.size();
            case List<?> list -> list.size();
            case Object one -> {
                String text = one.toString();
                yield text.codePointCount(0, text.length());
            }
        };
    }

    private static List<@Nullable Object> entries(@Nullable Object in) {
        if (!(in instanceof Map<?, ?> map)) {
            throw new QueryException("%s has no entries.".formatted(Kinds.type(in)));
        }
        var entries = new ArrayList<@Nullable Object>();
        map.forEach((key, value) -> {
            var entry = new LinkedHashMap<String, @Nullable Object>();
            entry.put("key", key);
            entry.put("value", value);
            entries.add(entry);
        });
        return entries;
    }

    private static Map<String, @Nullable Object> fromEntries(List<?> entries) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> pair) || !pair.containsKey("key")) {
                throw new QueryException("from_entries needs maps with \"key\" and \"value\".");
            }
            map.put(String.valueOf(pair.get("key")), pair.get("value"));
        }
        return map;
    }

    private static List<@Nullable Object> flat(List<?> list, List<@Nullable Object> into) {
        for (Object item : list) {
            if (item instanceof List<?> inner) {
                flat(inner, into);
            } else {
                into.add(item);
            }
        }
        return into;
    }

    private static List<@Nullable Object> list(@Nullable Object in) {
        return switch (in) {
            case null -> List.of();
            case List<?> list -> Collections.unmodifiableList(new ArrayList<@Nullable Object>(list));
            case Map<?, ?> map -> new ArrayList<@Nullable Object>(map.values());
            default -> throw new QueryException("%s is no list.".formatted(Kinds.type(in)));
        };
    }

    private static String text(@Nullable Object in) {
        if (in instanceof Map || in instanceof List || in == null) {
            throw new QueryException("%s is no text.".formatted(Kinds.type(in)));
        }
        return in.toString();
    }

    private static @Nullable Object first(List<@Nullable Object> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
