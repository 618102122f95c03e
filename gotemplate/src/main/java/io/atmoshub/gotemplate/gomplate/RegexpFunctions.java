package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.regex.GoRegexp;
import org.jspecify.annotations.Nullable;

/// `regexp`: the expression comes first, the text last.
final class RegexpFunctions {

    private RegexpFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Find" -> call -> compiled(call.of(2)).find(Conversions.text(call, 1));
            case "FindAll" -> call -> compiled(call.of(2, 3)).findAll(Conversions.text(call, call.last()), count(call));
            case "Match" -> call -> compiled(call.of(2)).matches(Conversions.text(call, 1));
            case "QuoteMeta" -> call -> GoRegexp.quote(Conversions.text(call.of(1), 0));
            case "Replace" ->
                call -> compiled(call.of(3)).replaceAll(Conversions.text(call, 2), Conversions.text(call, 1));
            case "ReplaceLiteral" ->
                call -> compiled(call.of(3)).replaceAllLiteral(Conversions.text(call, 2), Conversions.text(call, 1));
            case "Split" -> call -> compiled(call.of(2, 3)).split(Conversions.text(call, call.last()), count(call));
            default -> null;
        };
    }

    private static GoRegexp compiled(Call call) {
        return GoRegexp.compile(call, Conversions.text(call, 0));
    }

    private static long count(Call call) {
        return call.size() == 3 ? Conversions.whole(call.value(1)) : -1;
    }
}
