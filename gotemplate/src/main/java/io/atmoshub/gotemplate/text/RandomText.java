package io.atmoshub.gotemplate.text;

import io.atmoshub.gotemplate.Call;
import java.util.UUID;

/// Texts made by chance, from the source that the template's caller grants.
public final class RandomText {

    public static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public static final String DIGITS = "0123456789";

    private RandomText() {}

    public static int length(Call call, long length) {
        if (length < 0) {
            throw call.fail("a length can't be negative.");
        }
        call.willMake(length);
        return (int) length;
    }

    public static String ascii() {
        var all = new StringBuilder();
        for (char c = ' '; c < 127; c++) {
            all.append(c);
        }
        return all.toString();
    }

    public static String of(Call call, long wanted, String characters) {
        int length = length(call, wanted);
        var random = call.reach().random();
        var out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(characters.charAt(random.nextInt(characters.length())));
        }
        return out.toString();
    }

    public static String uuid(Call call) {
        var random = call.reach().random();
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low).toString();
    }
}
