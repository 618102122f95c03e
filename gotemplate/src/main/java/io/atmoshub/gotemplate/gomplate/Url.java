package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.GoObject;
import io.atmoshub.gotemplate.text.UrlParts;
import org.jspecify.annotations.Nullable;

/// Go's `url.URL`.
record Url(String text, UrlParts parts) implements GoObject {

    static Url parse(String text) {
        return new Url(text, UrlParts.of(text));
    }

    @Override
    public @Nullable Function member(String name) {
        return switch (name) {
            case "Scheme" -> call -> parts.scheme();
            case "Opaque" -> call -> parts.opaque();
            case "User" -> call -> parts.userinfo();
            case "Host" -> call -> parts.host();
            case "Hostname" -> call -> parts.hostname();
            case "Port" -> call -> parts.port();
            case "Path" -> call -> parts.path();
            case "RawQuery" -> call -> parts.query();
            case "Fragment" -> call -> parts.fragment();
            case "IsAbs" -> call -> !parts.scheme().isEmpty();
            case "String" -> call -> text;
            default -> null;
        };
    }

    @Override
    public String typeName() {
        return "*url.URL";
    }

    @Override
    public String toString() {
        return text;
    }
}
