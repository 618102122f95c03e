package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Function;
import org.jspecify.annotations.Nullable;

/// `tmpl`: templates as values.
final class TmplFunctions {

    private TmplFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Exec" -> call -> call.include(call.of(1, 2).text(0), call.size() == 2 ? call.value(1) : null);
            case "Inline" ->
                call -> switch (call.of(1, 3).size()) {
                    case 1 -> call.execute("<inline>", call.text(0), null);
                    case 2 ->
                        call.value(1) instanceof String text && call.text(0).indexOf('{') < 0
                                ? call.execute(call.text(0), text, null)
                                : call.execute("<inline>", call.text(0), call.value(1));
                    default -> call.execute(call.text(0), call.text(1), call.value(2));
                };
            default -> null;
        };
    }
}
