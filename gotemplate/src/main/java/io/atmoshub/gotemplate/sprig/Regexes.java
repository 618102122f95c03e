package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.regex.GoRegexp;
import org.jspecify.annotations.Nullable;

/// Regular expressions; the expression comes first.
final class Regexes {

    private Regexes() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "regexMatch", "mustRegexMatch" -> call -> compiled(call.of(2)).matches(call.text(1));
            case "regexFind", "mustRegexFind" -> call -> compiled(call.of(2)).find(call.text(1));
            case "regexFindAll", "mustRegexFindAll" ->
                call -> compiled(call.of(3)).findAll(call.text(1), call.integer(2));
            case "regexReplaceAll", "mustRegexReplaceAll" ->
                call -> compiled(call.of(3)).replaceAll(call.text(1), call.text(2));
            case "regexReplaceAllLiteral", "mustRegexReplaceAllLiteral" ->
                call -> compiled(call.of(3)).replaceAllLiteral(call.text(1), call.text(2));
            case "regexSplit", "mustRegexSplit" -> call -> compiled(call.of(3)).split(call.text(1), call.integer(2));
            case "regexQuoteMeta" -> call -> GoRegexp.quote(call.of(1).text(0));
            default -> null;
        };
    }

    private static GoRegexp compiled(Call call) {
        return GoRegexp.compile(call, call.text(0));
    }
}
