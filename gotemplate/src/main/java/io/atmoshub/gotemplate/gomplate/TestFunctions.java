package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoValue;
import org.jspecify.annotations.Nullable;

/// `test`: what must hold, or the template fails.
final class TestFunctions {

    private TestFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Assert" ->
                call -> {
                    if (!Conversions.truth(call.of(1, 2).last())) {
                        throw new FunctionException(
                                "assertion failed" + (call.size() == 2 ? ": " + call.text(0) : "."));
                    }
                    return "";
                };
            case "Fail" ->
                call -> {
                    throw new FunctionException(
                            call.of(0, 1).size() == 0
                                    ? "template generation failed."
                                    : "template generation failed: " + Conversions.text(call, 0));
                };
            case "Required" ->
                call -> {
                    var value = call.of(1, 2).last();
                    if (value == null || value.equals("")) {
                        throw new FunctionException(call.size() == 2 ? call.text(0) : "a required value was not set.");
                    }
                    return value;
                };
            case "Ternary" -> call -> Conversions.truth(call.of(3).value(2)) ? call.value(0) : call.value(1);
            case "Kind" -> call -> kind(call.of(1).value(0));
            case "IsKind" ->
                call -> {
                    String kind = kind(call.of(2).value(1));
                    String wanted = call.text(0);
                    return kind.equals(wanted)
                            || (wanted.equals("number") && (kind.equals("int") || kind.equals("float64")));
                };
            default -> null;
        };
    }

    private static String kind(@Nullable Object value) {
        return switch (GoValue.kind(value)) {
            case NIL -> "invalid";
            case BOOL, INT, FLOAT, STRING -> GoValue.typeName(value);
            case BYTES, LIST -> "slice";
            case MAP -> "map";
            case FUNCTION -> "func";
            case OBJECT -> GoValue.typeName(value).startsWith("*") ? "ptr" : "struct";
        };
    }
}
