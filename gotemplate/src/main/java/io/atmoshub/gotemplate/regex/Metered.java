package io.atmoshub.gotemplate.regex;

import io.atmoshub.gotemplate.Call;

/// A text that is paid for as it is read: the matcher does work for every part of the expression at each character.
final class Metered implements CharSequence {

    private static final int AT_ONCE = 256;
    private static final int PARTS_FOR_A_STEP = 16;

    private final Call call;
    private final String text;
    private final long price;
    private int read;

    Metered(Call call, String text, int size) {
        this.call = call;
        this.text = text;
        this.price = 1L + size / PARTS_FOR_A_STEP;
    }

    @Override
    public char charAt(int i) {
        if (++read == AT_ONCE) {
            read = 0;
            call.spend(AT_ONCE * price);
        }
        return text.charAt(i);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
