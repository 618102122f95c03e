package io.atmoshub.gotemplate.text;

import java.util.Locale;

/// An address taken apart as Go's `url.Parse` does. Never wrong: what doesn't fit is part of the path.
public record UrlParts(
        String scheme, String opaque, String userinfo, String host, String path, String query, String fragment) {

    public static UrlParts of(String url) {
        int hash = url.indexOf('#');
        String rest = hash < 0 ? url : url.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        String scheme = schemeOf(rest);
        rest = scheme.isEmpty() ? rest : rest.substring(scheme.length() + 1);
        String opaque = "";
        String userinfo = "";
        String host = "";
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
            int at = authority.lastIndexOf('@');
            userinfo = at < 0 ? "" : authority.substring(0, at);
            host = authority.substring(at + 1);
        } else if (!scheme.isEmpty() && !rest.startsWith("/")) {
            opaque = rest;
            rest = "";
        }
        String fragment = hash < 0 ? "" : url.substring(hash + 1);
        return new UrlParts(scheme.toLowerCase(Locale.ROOT), opaque, userinfo, host, rest, query, fragment);
    }

    private static String schemeOf(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return url.substring(0, i);
            }
            boolean fits =
                    c < 128 && (Character.isLetter(c) || (i > 0 && (Character.isDigit(c) || "+-.".indexOf(c) >= 0)));
            if (!fits) {
                return "";
            }
        }
        return "";
    }

    public String hostname() {
        if (host.startsWith("[") && host.indexOf(']') > 0) {
            return host.substring(1, host.indexOf(']'));
        }
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    public String port() {
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.indexOf(']', colon) >= 0 ? "" : host.substring(colon + 1);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!opaque.isEmpty()) {
            out.append(opaque);
        } else {
            boolean authority = !scheme.isEmpty() || !host.isEmpty() || !userinfo.isEmpty();
            out.append(authority && !(host.isEmpty() && path.isEmpty() && userinfo.isEmpty()) ? "//" : "");
            out.append(userinfo.isEmpty() ? "" : userinfo + "@").append(host);
            out.append(!path.isEmpty() && !path.startsWith("/") && !host.isEmpty() ? "/" : "")
                    .append(path);
        }
        return out.append(query.isEmpty() ? "" : "?" + query)
                .append(fragment.isEmpty() ? "" : "#" + fragment)
                .toString();
    }
}
