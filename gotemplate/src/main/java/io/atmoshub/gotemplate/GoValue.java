package io.atmoshub.gotemplate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Go would make of a Java value: its kind, its truth, its numbers, its name in a message.
public final class GoValue {

    /// The kinds of values there are.
    public enum Kind {
        NIL,
        BOOL,
        INT,
        FLOAT,
        STRING,
        BYTES,
        LIST,
        MAP,
        FUNCTION,
        OBJECT
    }

    private GoValue() {}

    /// What isn't one of the kinds, such as an enum, is an [Kind#OBJECT] that only prints.
    public static Kind kind(@Nullable Object value) {
        if (value == null || value == Mark.NIL) {
            return Kind.NIL;
        }
        if (value instanceof String) {
            return Kind.STRING;
        }
        if (value instanceof Map) {
            return Kind.MAP;
        }
        if (value instanceof List) {
            return Kind.LIST;
        }
        if (value instanceof Boolean) {
            return Kind.BOOL;
        }
        if (value instanceof Number) {
            return value instanceof Double || value instanceof Float || value instanceof BigDecimal
                    ? Kind.FLOAT
                    : Kind.INT;
        }
        if (value instanceof byte[]) {
            return Kind.BYTES;
        }
        return value instanceof Function && !(value instanceof GoObject) ? Kind.FUNCTION : Kind.OBJECT;
    }

    /// What `if` makes of it: nothing, false, zero and what is empty are false.
    public static boolean truth(@Nullable Object value) {
        if (value == null || value == Mark.NIL) {
            return false;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length > 0;
        }
        return !(value instanceof Number number) || number.doubleValue() != 0;
    }

    /// A number's whole part.
    public static long toLong(@Nullable Object number) {
        return number instanceof Number n ? n.longValue() : 0;
    }

    public static double toDouble(@Nullable Object number) {
        return number instanceof Number n ? n.doubleValue() : 0;
    }

    /// Go's name for the type, as `%T` prints it.
    public static String typeName(@Nullable Object value) {
        return switch (kind(value)) {
            case NIL -> "<nil>";
            case BOOL -> "bool";
            case INT -> value instanceof BigInteger ? "uint64" : "int";
            case FLOAT -> "float64";
            case STRING -> "string";
            case BYTES -> "[]uint8";
            case LIST -> "[]interface {}";
            case MAP -> "map[string]interface {}";
            case FUNCTION -> "func()";
            case OBJECT -> objectType(value);
        };
    }

    private static String objectType(@Nullable Object value) {
        if (value instanceof GoObject object) {
            return object.typeName();
        }
        return value == null ? "<nil>" : value.getClass().getSimpleName();
    }

    /// The value in a message: what it is, and itself where it is short.
    public static String describe(@Nullable Object value) {
        return switch (kind(value)) {
            case NIL -> "nothing (nil)";
            case BOOL, INT -> "the " + typeName(value) + " " + value;
            case FLOAT -> "the number " + GoFloat.shortest(toDouble(value));
            case STRING -> "the string " + shortened(String.valueOf(value));
            case BYTES -> "bytes";
            case LIST -> "a list";
            case MAP -> "a map";
            case FUNCTION -> "a function";
            case OBJECT -> "a " + typeName(value);
        };
    }

    private static String shortened(String text) {
        return GoQuote.quote(text.length() <= 40 ? text : text.substring(0, 40) + "…");
    }
}
