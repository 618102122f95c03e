package io.atmoshub.gotemplate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One execution of a template: its variables, its output, its budget, and where it is.
final class Run {

    /// Texts up to this length are free to work on.
    private static final int SHORT = 64;

    private final Template template;
    private final Functions functions;
    private final Function[] resolved;
    private final Reach reach;
    private final Budget budget;
    private Output out;
    private @Nullable Object[] variables = {};
    private int at;

    Run(Template template, Functions functions, Function[] resolved, Reach reach, Budget budget) {
        this.template = template;
        this.functions = functions;
        this.resolved = resolved;
        this.reach = reach;
        this.budget = budget;
        this.out = new Output(budget, template.source().text().length() + 64);
    }

    Output out() {
        return out;
    }

    Budget budget() {
        return budget;
    }

    Reach reach() {
        return reach;
    }

    Functions functions() {
        return functions;
    }

    Template template() {
        return template;
    }

    int at() {
        return at;
    }

    void at(int newAt) {
        at = newAt;
    }

    void step(int newAt) {
        at = newAt;
        budget.spend(1);
    }

    void enter(int newAt) {
        step(newAt);
        budget.enter();
    }

    void leave() {
        budget.leave();
    }

    @Nullable
    Object get(int slot) {
        return variables[slot];
    }

    void set(int slot, @Nullable Object value) {
        variables[slot] = value;
    }

    Function function(int number) {
        return resolved[number];
    }

    Definition definition(String name) {
        var found = template.definition(name);
        if (found == null) {
            throw new FunctionException(
                    "there is no template \"" + name + "\"." + Closest.to(name, template.definedNames()));
        }
        return found;
    }

    /// Templates see only what they are given, and their own variables.
    void include(Definition definition, @Nullable Object dot) {
        var outer = variables;
        variables = new @Nullable Object[definition.slots()];
        variables[0] = dot;
        Statement.writeAll(definition.body(), this, dot);
        variables = outer;
    }

    /// What `include`d text is, for functions that want it as a value.
    String capture(Definition definition, @Nullable Object dot) {
        var outer = out;
        out = new Output(budget);
        include(definition, dot);
        var captured = out.toString();
        out = outer;
        return captured;
    }

    @Nullable
    Object call(
            int callAt,
            String name,
            Function function,
            @Nullable Object dot,
            List<Operand> arguments,
            @Nullable Object last) {
        int given = arguments.size();
        var values = new @Nullable Object[last == Mark.NONE ? given : given + 1];
        for (int i = 0; i < given; i++) {
            var value = arguments.get(i).value(this, dot);
            values[i] = value == Mark.NIL ? null : value;
        }
        if (last != Mark.NONE) {
            values[given] = last;
        }
        return call(callAt, name, function, values);
    }

    @Nullable
    Object call(int callAt, String name, Function function, @Nullable Object[] values) {
        at = callAt;
        for (var value : values) {
            if (value instanceof String text && text.length() > SHORT) {
                budget.spend(text.length() >> 6);
            }
        }
        var result = function.call(new Call(this, name, values));
        at = callAt;
        if (result instanceof String text && text.length() > SHORT) {
            budget.text(text.length());
        }
        return result;
    }

    /// `and` and `or` evaluate no further than they have to.
    @Nullable
    Object shortCircuit(
            boolean until, String name, @Nullable Object dot, List<Operand> arguments, @Nullable Object last) {
        if (arguments.isEmpty() && last == Mark.NONE) {
            throw new FunctionException(name + " needs at least 1 argument.");
        }
        @Nullable Object value = null;
        for (int i = 0; i < arguments.size(); i++) {
            value = arguments.get(i).value(this, dot);
            value = value == Mark.NIL ? null : value;
            if (GoValue.truth(value) == until) {
                return value;
            }
        }
        return last == Mark.NONE ? value : last;
    }

    /// Goes along `.a.b.c`; arguments are for the last.
    @Nullable
    Object follow(
            int chainAt,
            @Nullable Object receiver,
            List<String> names,
            @Nullable Object dot,
            List<Operand> arguments,
            @Nullable Object last) {
        var value = receiver;
        int end = names.size() - 1;
        for (int i = 0; i < end; i++) {
            value = member(chainAt, value, names.get(i), dot, List.of(), Mark.NONE);
        }
        return member(chainAt, value, names.get(end), dot, arguments, last);
    }

    private @Nullable Object member(
            int memberAt,
            @Nullable Object receiver,
            String name,
            @Nullable Object dot,
            List<Operand> arguments,
            @Nullable Object last) {
        if (receiver instanceof Map<?, ?> map) {
            return entry(map, name, arguments.isEmpty() && last == Mark.NONE);
        }
        if (receiver == null) {
            if (template.source().options().missingKey() == MissingKey.ERROR) {
                throw new FunctionException("there is nothing here to take \"" + name + "\" from.");
            }
            return null;
        }
        if (receiver == Mark.NIL) {
            throw new FunctionException("there is nothing (nil) here to take \"" + name + "\" from.");
        }
        if (receiver instanceof GoObject object) {
            var function = object.member(name);
            if (function != null) {
                return call(memberAt, name, function, dot, arguments, last);
            }
        }
        String why = receiver instanceof GoObject ? "." : ": it isn't a map.";
        throw new FunctionException("there is no \"" + name + "\" in " + GoValue.describe(receiver) + why);
    }

    private @Nullable Object entry(Map<?, ?> map, String name, boolean alone) {
        if (!alone) {
            throw new FunctionException("\"" + name + "\" is an entry of a map and takes no arguments.");
        }
        Object value = map.get(name);
        if (value != null) {
            return value;
        }
        if (map.containsKey(name)) {
            return Mark.NIL;
        }
        return switch (template.source().options().missingKey()) {
            case DEFAULT -> null;
            case ZERO -> Mark.NIL;
            case ERROR ->
                throw new FunctionException(
                        "there is no \"" + name + "\" in this map." + Closest.to(name, map.keySet()));
        };
    }
}
