package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.text.GoStrings;
import io.atmoshub.gotemplate.text.RandomText;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What comes from outside: environment, hosts, chance. The caller's [io.atmoshub.gotemplate.Reach] decides.
final class Worlds {

    private Worlds() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "env" ->
                call -> call.reach().environment().getOrDefault(call.of(1).text(0), "");
            case "expandenv" -> call -> GoStrings.expand(call, call.of(1).text(0));
            case "getHostByName" -> call -> host(call, call.of(1).text(0));
            case "randAlphaNum" ->
                call -> RandomText.of(call, call.of(1).integer(0), RandomText.LETTERS + RandomText.DIGITS);
            case "randAlpha" -> call -> RandomText.of(call, call.of(1).integer(0), RandomText.LETTERS);
            case "randNumeric" -> call -> RandomText.of(call, call.of(1).integer(0), RandomText.DIGITS);
            case "randAscii" -> call -> RandomText.of(call, call.of(1).integer(0), RandomText.ascii());
            case "randInt" ->
                call -> {
                    if (call.of(2).integer(0) >= call.integer(1)) {
                        throw call.fail("the first number must be less than the second.");
                    }
                    return call.reach().random().nextLong(call.integer(0), call.integer(1));
                };
            case "randBytes" ->
                call -> {
                    byte[] bytes = new byte[RandomText.length(call, call.of(1).integer(0))];
                    call.reach().random().nextBytes(bytes);
                    return Base64.getEncoder().encodeToString(bytes);
                };
            case "shuffle" -> call -> shuffled(call.of(1));
            case "uuidv4" -> call -> RandomText.uuid(call.of(0));
            default -> null;
        };
    }

    private static String host(Call call, String host) {
        try {
            var addresses = call.reach().addresses(host);
            return addresses.isEmpty() ? "" : addresses.get(0);
        } catch (IOException e) {
            throw call.fail("the host \"" + host + "\" isn't known.");
        }
    }

    private static String shuffled(Call call) {
        int[] characters = call.text(0).codePoints().toArray();
        var random = call.reach().random();
        for (int i = characters.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = characters[i];
            characters[i] = characters[j];
            characters[j] = held;
        }
        return new String(characters, 0, characters.length);
    }
}
