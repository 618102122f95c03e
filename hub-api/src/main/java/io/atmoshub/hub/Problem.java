package io.atmoshub.hub;

import org.jspecify.annotations.Nullable;

/// A refusal as it travels over HTTP (RFC 9457, `application/problem+json`).
public record Problem(
        String type, String title, int status, @Nullable String detail, String code, String hint) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(HubException refusal) {
        ErrorCode code = refusal.code();
        String title = code.name().charAt(0)
                + code.name().substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return new Problem("about:blank", title, code.httpStatus(), refusal.what(), code.name(), refusal.hint());
    }
}
