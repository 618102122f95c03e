package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoValue;
import io.atmoshub.gotemplate.json.JsonReader;
import io.atmoshub.gotemplate.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether there is a value, what to take instead, what type it has, and values as JSON.
final class Values {

    private Values() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "default" ->
                call -> call.atLeast(1).size() > 1 && GoValue.truth(call.value(1)) ? call.value(1) : call.value(0);
            case "empty" -> call -> !GoValue.truth(call.of(1).value(0));
            case "coalesce" -> Values::coalesce;
            case "all" -> call -> call.from(0).stream().allMatch(GoValue::truth);
            case "any" -> call -> call.from(0).stream().anyMatch(GoValue::truth);
            case "ternary" -> call -> call.of(3).bool(2) ? call.value(0) : call.value(1);
            case "fail" ->
                call -> {
                    throw new FunctionException(call.of(1).text(0));
                };
            case "fromJson" ->
                call -> {
                    try {
                        return fromJson(call);
                    } catch (FunctionException e) {
                        return null;
                    }
                };
            case "mustFromJson" -> Values::fromJson;
            case "toJson", "mustToJson" ->
                call -> JsonWriter.compact(call, call.of(1).value(0));
            case "toPrettyJson", "mustToPrettyJson" ->
                call -> JsonWriter.pretty(call, call.of(1).value(0), "  ");
            case "toRawJson", "mustToRawJson" ->
                call -> JsonWriter.raw(call, call.of(1).value(0));
            case "deepCopy", "mustDeepCopy" -> call -> deepCopy(call, call.of(1).value(0));
            case "deepEqual" -> call -> call.deepEqual(call.of(2).value(0), call.value(1));
            case "typeOf" -> call -> GoValue.typeName(call.of(1).value(0));
            case "typeIs" -> call -> GoValue.typeName(call.of(2).value(1)).equals(call.text(0));
            case "typeIsLike" ->
                call -> {
                    String type = GoValue.typeName(call.of(2).value(1));
                    return type.equals(call.text(0)) || type.equals("*" + call.text(0));
                };
            case "kindOf" -> call -> kind(call.of(1).value(0));
            case "kindIs" -> call -> kind(call.of(2).value(1)).equals(call.text(0));
            default -> null;
        };
    }

    private static @Nullable Object coalesce(Call call) {
        for (var value : call.from(0)) {
            if (GoValue.truth(value)) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Object fromJson(Call call) {
        var text = call.of(1).text(0);
        call.spend(text.length());
        return JsonReader.read(text);
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

    static @Nullable Object deepCopy(Call call, @Nullable Object value) {
        call.spend(1);
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            call.nested(() -> map.forEach((key, entry) -> copy.put(key, deepCopy(call, entry))));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>(list.size());
            call.nested(() -> list.forEach(element -> copy.add(deepCopy(call, element))));
            return copy;
        }
        return value;
    }
}
