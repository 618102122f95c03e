package io.atmoshub.server.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where to go after signing in: a page of this hub. Anything else becomes the start page, so nobody can
/// send people through our sign-in to a page of theirs.
record LocalPath(String value) {
    private static final String START = "/";
    private static final int LONGEST = 2_000;

    static LocalPath of(String wanted) {
        boolean ours = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.length() <= LONGEST
                // Browsers read a backslash as a slash, and drop line breaks and tabs.
                && wanted.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
                && !wanted.startsWith("/auth/")
                && !wanted.startsWith("/login");
        return new LocalPath(ours ? wanted : START);
    }

    /// Another page that remembers this one, so that one gets there after a second attempt.
    String keptIn(String page) {
        return value.equals(START) ? page : page + "&continue=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
