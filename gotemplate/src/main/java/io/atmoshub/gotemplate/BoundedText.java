package io.atmoshub.gotemplate;

/// A text under construction that asks the budget before it grows.
public final class BoundedText {

    private final Call call;
    private final StringBuilder text = new StringBuilder();

    public BoundedText(Call call) {
        this.call = call;
    }

    public BoundedText append(String more) {
        return append(more, 0, more.length());
    }

    public BoundedText append(String more, int from, int to) {
        if (text.length() + (long) (to - from) > call.limits().output()) {
            call.willMake(text.length() + (long) (to - from));
        }
        call.spend((to - from) >> 3);
        text.append(more, from, to);
        return this;
    }

    public BoundedText append(char c) {
        if (text.length() >= call.limits().output()) {
            call.willMake(text.length() + 1L);
        }
        text.append(c);
        return this;
    }

    public int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
