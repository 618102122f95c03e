package io.atmoshub.gotemplate;

import org.jspecify.annotations.Nullable;

/// The functions every Go template has.
final class Builtins {

    /// These evaluate only as many arguments as they need, so an execution does it itself: [Run#shortCircuit].
    enum Logic implements Function {
        AND,
        OR;

        @Override
        public Object call(Call call) {
            throw new IllegalStateException("evaluated by the execution");
        }
    }

    private Builtins() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "and" -> Logic.AND;
            case "or" -> Logic.OR;
            case "not" -> call -> !GoValue.truth(call.of(1).value(0));
            case "eq" -> Builtins::eq;
            case "ne" -> call -> !Compare.equal(call.of(2).value(0), call.value(1));
            case "lt" -> call -> Compare.less(call.of(2).value(0), call.value(1));
            case "le" -> call -> lessOrEqual(call.of(2));
            case "gt" -> call -> !lessOrEqual(call.of(2));
            case "ge" -> call -> !Compare.less(call.of(2).value(0), call.value(1));
            case "len" -> call -> Elements.length(call.of(1));
            case "index" -> call -> Elements.index(call.atLeast(1));
            case "slice" -> call -> Elements.slice(call.of(1, 4));
            case "call" -> Builtins::call;
            case "print" -> call -> Printf.print(call, "<nil>");
            case "println" -> Printf::println;
            case "printf" -> call -> call.printf(call.atLeast(1).text(0), call.from(1));
            case "html" -> call -> Escapes.html(joined(call));
            case "js" -> call -> Escapes.js(joined(call));
            case "urlquery" -> call -> Escapes.query(joined(call));
            default -> null;
        };
    }

    private static Object eq(Call call) {
        call.atLeast(2);
        for (int i = 1; i < call.size(); i++) {
            if (Compare.equal(call.value(0), call.value(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean lessOrEqual(Call call) {
        return Compare.less(call.value(0), call.value(1)) || Compare.equal(call.value(0), call.value(1));
    }

    private static @Nullable Object call(Call call) {
        if (call.atLeast(1).value(0) instanceof Function function) {
            return call.call(function, call.from(1).toArray());
        }
        throw call.fail("argument 1 must be a function, not " + GoValue.describe(call.value(0)) + ".");
    }

    private static String joined(Call call) {
        return call.size() == 1 && call.value(0) instanceof String single ? single : Printf.print(call, "<no value>");
    }
}
