package io.atmoshub.assistant.permission;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A call as rules see it: the tool, its arguments, and what it is about. A side that nobody filled in is unknown.
public final class Facts {
    private final String tool;
    private final Set<String> parameters;
    private final Map<String, Object> arguments;
    private final Map<Narrowing, Supplier<Fact>> sides;

    private Facts(
            String tool, Set<String> parameters, Map<String, Object> arguments, Map<Narrowing, Supplier<Fact>> sides) {
        this.tool = tool;
        this.parameters = parameters;
        this.arguments = arguments;
        this.sides = sides;
    }

    /// @param parameters all that the tool has: one that was left out may mean anything
    public static Facts of(String tool, Set<String> parameters, Map<String, Object> arguments) {
        return new Facts(tool, Set.copyOf(parameters), Map.copyOf(arguments), new EnumMap<>(Narrowing.class));
    }

    /// A call that is about one file, or none.
    static Facts of(String tool, Optional<String> path) {
        return of(tool, Set.of(), Map.of())
                .with(Narrowing.PATHS, path.map(Fact::of).orElse(Fact.Absent.NONE));
    }

    public Facts with(Narrowing side, Fact fact) {
        return with(side, () -> fact);
    }

    /// A fact that is looked up when a rule asks for it, at most once.
    public Facts with(Narrowing side, Supplier<Fact> lookup) {
        Map<Narrowing, Supplier<Fact>> more = new EnumMap<>(Narrowing.class);
        more.putAll(sides);
        more.put(side, new Once(lookup));
        return new Facts(tool, parameters, arguments, more);
    }

    /// The same for another tool: what comes of this call, as that one would bring it.
    Facts as(String otherTool) {
        return new Facts(otherTool, parameters, arguments, sides);
    }

    public String tool() {
        return tool;
    }

    Fact about(Narrowing side) {
        Supplier<Fact> known = sides.get(side);
        return known == null ? Fact.Absent.UNKNOWN : known.get();
    }

    Fact argument(String name) {
        Object value = arguments.get(name);
        if (value == null) {
            return parameters.contains(name) ? Fact.Absent.UNKNOWN : Fact.Absent.NONE;
        }
        return switch (value) {
            case List<?> list -> {
                Set<String> all = new LinkedHashSet<>();
                list.forEach(item -> all.add(String.valueOf(item)));
                yield Fact.all(all);
            }
            // What is inside of it nobody has looked at.
            case Map<?, ?> _ -> Fact.Absent.UNKNOWN;
            default -> Fact.of(String.valueOf(value));
        };
    }

    private static final class Once implements Supplier<Fact> {
        private final Supplier<Fact> lookup;
        private volatile Fact found = Fact.Absent.UNKNOWN;
        private volatile boolean looked;

        Once(Supplier<Fact> lookup) {
            this.lookup = lookup;
        }

        @Override
        public synchronized Fact get() {
            if (!looked) {
                found = lookup.get();
                looked = true;
            }
            return found;
        }
    }
}
