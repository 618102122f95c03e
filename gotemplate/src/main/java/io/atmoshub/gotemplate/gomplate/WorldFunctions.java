package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.text.GoStrings;
import io.atmoshub.gotemplate.text.RandomText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `env`, `net`, `random` and `uuid`: what comes from outside, as far as the caller grants it.
final class WorldFunctions {

    private WorldFunctions() {}

    static @Nullable Function env(String name) {
        return switch (name) {
            case "Getenv" -> WorldFunctions::variable;
            case "ExpandEnv" -> call -> GoStrings.expand(call, call.of(1).text(0));
            default -> null;
        };
    }

    /// When a variable isn't set, the file that `NAME_FILE` names is read.
    private static String variable(Call call) {
        String name = call.of(1, 2).text(0);
        var environment = call.reach().environment();
        String value = environment.getOrDefault(name, "");
        String file = environment.getOrDefault(name + "_FILE", "");
        if (value.isEmpty() && !file.isEmpty()) {
            try {
                byte[] bytes = call.reach().file(file).read(call.limits().output());
                value = new String(bytes, StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                value = "";
            }
        }
        return value.isEmpty() && call.size() == 2 ? call.text(1) : value;
    }

    static @Nullable Function net(String name) {
        return switch (name) {
            case "LookupIP" ->
                call -> {
                    var addresses = addresses(call.of(1));
                    return addresses.isEmpty() ? "" : addresses.get(0);
                };
            case "LookupIPs" -> call -> new ArrayList<>(addresses(call.of(1)));
            default -> null;
        };
    }

    private static List<String> addresses(Call call) {
        String host = Conversions.text(call, 0);
        try {
            return call.reach().addresses(host);
        } catch (IOException e) {
            throw call.fail("the host \"" + host + "\" isn't known.");
        }
    }

    static @Nullable Function random(String name) {
        return switch (name) {
            case "ASCII" -> call -> letters(call.of(1), RandomText.ascii());
            case "Alpha" -> call -> letters(call.of(1), RandomText.LETTERS);
            case "AlphaNum" -> call -> letters(call.of(1), RandomText.LETTERS + RandomText.DIGITS);
            case "String" ->
                call -> {
                    if (call.of(1, 3).size() == 2) {
                        throw call.fail(
                                "random texts by regular expression aren't supported; give the first and last character.");
                    }
                    return letters(
                            call, call.size() == 3 ? between(call) : RandomText.LETTERS + RandomText.DIGITS + "_.-");
                };
            case "Item" ->
                call -> {
                    var items = Conversions.list(call.of(1).value(0));
                    if (items.isEmpty()) {
                        throw call.fail("there is nothing to choose from.");
                    }
                    return items.get(call.reach().random().nextInt(items.size()));
                };
            case "Number" ->
                call -> {
                    long least = call.of(0, 2).size() == 2 ? Conversions.whole(call.value(0)) : 0;
                    long most = call.size() == 0 ? 100 : Conversions.whole(call.last());
                    if (least >= most || most == Long.MAX_VALUE) {
                        throw call.fail("the first number must be less than the second.");
                    }
                    return call.reach().random().nextLong(least, most + 1);
                };
            case "Float" ->
                call -> {
                    double least = call.of(0, 2).size() == 2 ? Conversions.decimal(call.value(0)) : 0;
                    double most = call.size() == 0 ? 1 : Conversions.decimal(call.last());
                    return least + call.reach().random().nextDouble() * (most - least);
                };
            default -> null;
        };
    }

    private static String letters(Call call, String characters) {
        return RandomText.of(call, Conversions.whole(call.value(0)), characters);
    }

    private static String between(Call call) {
        int first = call.value(1) instanceof String text && !text.isEmpty()
                ? text.charAt(0)
                : (int) Conversions.whole(call.value(1));
        int last = call.value(2) instanceof String text && !text.isEmpty()
                ? text.charAt(0)
                : (int) Conversions.whole(call.value(2));
        if (first > last || first < 0 || last > 0xd7ff) {
            throw call.fail("the first character must come before the last.");
        }
        var all = new StringBuilder();
        for (int c = first; c <= last; c++) {
            all.append((char) c);
        }
        return all.toString();
    }

    static @Nullable Function uuid(String name) {
        return switch (name) {
            case "V4" -> call -> RandomText.uuid(call.of(0));
            case "Nil" -> call -> "00000000-0000-0000-0000-000000000000";
            case "IsValid" -> call -> isUuid(Conversions.text(call.of(1), 0));
            case "Parse" ->
                call -> {
                    String text = Conversions.text(call.of(1), 0);
                    if (!isUuid(text)) {
                        throw call.fail("\"" + text + "\" isn't a UUID.");
                    }
                    return text.toLowerCase(java.util.Locale.ROOT);
                };
            default -> null;
        };
    }

    private static boolean isUuid(String text) {
        return text.length() == 36 && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
