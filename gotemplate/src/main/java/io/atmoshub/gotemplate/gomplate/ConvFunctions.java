package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoValue;
import io.atmoshub.gotemplate.text.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// `conv`: from one type to another.
final class ConvFunctions {

    private ConvFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Bool" ->
                call -> switch (Conversions.text(call.of(1), 0)) {
                    case "1", "t", "T", "TRUE", "true", "True" -> true;
                    default -> false;
                };
            case "ToBool" -> call -> Conversions.truth(call.of(1).value(0));
            case "ToBools" -> call -> each(call, Conversions::truth);
            case "ToInt", "ToInt64" -> call -> Conversions.whole(call.of(1).value(0));
            case "ToInts", "ToInt64s" -> call -> each(call, Conversions::whole);
            case "ToFloat64" -> call -> Conversions.decimal(call.of(1).value(0));
            case "ToFloat64s" -> call -> each(call, Conversions::decimal);
            case "ToString" -> call -> Conversions.text(call.of(1), 0);
            case "ToStrings" -> call -> each(call, value -> Conversions.text(call, value));
            case "ParseInt", "ParseUint" ->
                call -> parse(call.of(3), call.index(1)).orElse(0);
            case "ParseFloat" -> call -> Conversions.decimal(Conversions.text(call.of(2), 0));
            case "Atoi" ->
                call -> Conversions.parsed(Conversions.text(call.of(1), 0), 10).orElse(0);
            case "Default" -> call -> GoValue.truth(call.of(2).value(1)) ? call.value(1) : call.value(0);
            case "Join" -> ConvFunctions::join;
            case "URL" -> call -> Url.parse(Conversions.text(call.of(1), 0));
            case "Slice", "Has", "Dict" -> CollFunctions.find(name);
            default -> null;
        };
    }

    private static OptionalLong parse(Call call, int base) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw call.fail("a base is between 2 and 36, or 0 to find it by the prefix.");
        }
        return Conversions.parsed(Conversions.text(call, 0), base);
    }

    private static List<@Nullable Object> each(
            Call call, java.util.function.Function<@Nullable Object, Object> conversion) {
        var converted = new ArrayList<@Nullable Object>(call.size());
        for (var value : call.from(0)) {
            converted.add(conversion.apply(value));
        }
        return converted;
    }

    private static String join(Call call) {
        var texts = new ArrayList<String>();
        for (var element : Conversions.list(call.of(2).value(0))) {
            texts.add(Conversions.text(call, element));
        }
        return GoStrings.join(call, texts, call.text(1));
    }
}
