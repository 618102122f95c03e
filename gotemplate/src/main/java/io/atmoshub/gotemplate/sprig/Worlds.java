package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What comes from outside: environment, hosts, chance. The caller's [io.atmoshub.gotemplate.Reach] decides.
final class Worlds {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private Worlds() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "env" ->
                call -> call.reach().environment().getOrDefault(call.of(1).text(0), "");
            case "expandenv" -> call -> expand(call, call.of(1).text(0));
            case "getHostByName" -> call -> host(call, call.of(1).text(0));
            case "randAlphaNum" -> call -> random(call.of(1), LETTERS + DIGITS);
            case "randAlpha" -> call -> random(call.of(1), LETTERS);
            case "randNumeric" -> call -> random(call.of(1), DIGITS);
            case "randAscii" -> call -> random(call.of(1), ascii());
            case "randInt" ->
                call -> {
                    if (call.of(2).integer(0) >= call.integer(1)) {
                        throw call.fail("the first number must be less than the second.");
                    }
                    return call.reach().random().nextLong(call.integer(0), call.integer(1));
                };
            case "randBytes" ->
                call -> {
                    byte[] bytes = new byte[length(call.of(1))];
                    call.reach().random().nextBytes(bytes);
                    return Base64.getEncoder().encodeToString(bytes);
                };
            case "shuffle" -> call -> shuffled(call.of(1));
            case "uuidv4" -> call -> uuid(call.of(0));
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

    private static int length(Call call) {
        long length = call.integer(0);
        if (length < 0) {
            throw call.fail("a length can't be negative.");
        }
        call.willMake(length);
        return (int) length;
    }

    private static String ascii() {
        var all = new StringBuilder();
        for (char c = ' '; c < 127; c++) {
            all.append(c);
        }
        return all.toString();
    }

    private static String random(Call call, String characters) {
        int length = length(call);
        var random = call.reach().random();
        var out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(characters.charAt(random.nextInt(characters.length())));
        }
        return out.toString();
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

    private static String uuid(Call call) {
        var random = call.reach().random();
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low).toString();
    }

    /// `$name` and `${name}`, as `os.ExpandEnv`.
    private static String expand(Call call, String text) {
        var environment = call.reach().environment();
        var out = new io.atmoshub.gotemplate.BoundedText(call);
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0 || dollar == text.length() - 1) {
                break;
            }
            out.append(text, at, dollar);
            boolean braced = text.charAt(dollar + 1) == '{';
            int from = braced ? dollar + 2 : dollar + 1;
            int to = from;
            while (to < text.length()
                    && (text.charAt(to) == '_'
                            || (text.charAt(to) < 128 && Character.isLetterOrDigit(text.charAt(to))))) {
                to++;
            }
            out.append(environment.getOrDefault(text.substring(from, to), ""));
            boolean closed = braced && to < text.length() && text.charAt(to) == '}';
            out.append(!braced && to == from ? "$" : "");
            at = closed ? to + 1 : to;
        }
        return out.append(text, at, text.length()).toString();
    }
}
