package io.atmoshub.assistant.permission;

import io.atmoshub.assistant.file.Glob;
import org.jspecify.annotations.Nullable;

/// A pattern for names of one kind. In paths `*` stays within a folder; everywhere else it means anything.
public final class NamePattern {
    /// Longer ones nobody writes by hand.
    static final int LONGEST = 300;

    private final String text;
    private final Glob exact;
    private final Glob folded;
    private final Glob below;

    private NamePattern(String text, String pattern, String below) {
        this.text = text;
        this.exact = new Glob(pattern);
        this.folded = new Glob(LookAlikes.folded(pattern));
        this.below = new Glob(LookAlikes.folded(below));
    }

    /// Whoever closes a folder by its plain name means what is in it.
    static NamePattern ofPath(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
        String folder = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return new NamePattern(text, text, plain ? folder + "/**" : text);
    }

    static NamePattern ofName(String text) {
        String pattern = text.replaceAll("\\*+", "**");
        return new NamePattern(text, pattern, pattern);
    }

    /// Exactly: what it takes to be allowed.
    boolean means(String value) {
        return exact.matches(value);
    }

    /// Also in another case, width or alphabet: enough to be denied or asked about.
    boolean looksLike(String value) {
        String plain = LookAlikes.folded(value);
        return exact.matches(value) || folded.matches(plain) || below.matches(plain);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamePattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
