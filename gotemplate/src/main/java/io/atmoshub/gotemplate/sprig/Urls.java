package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Addresses as maps of their parts, and back.
final class Urls {

    private Urls() {}

    static Map<String, @Nullable Object> parse(String url) {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        int hash = url.indexOf('#');
        String rest = hash < 0 ? url : url.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        String scheme = scheme(rest);
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
        parts.put("scheme", scheme.toLowerCase(java.util.Locale.ROOT));
        parts.put("host", host);
        parts.put("hostname", hostname(host));
        parts.put("path", rest);
        parts.put("query", query);
        parts.put("opaque", opaque);
        parts.put("fragment", hash < 0 ? "" : url.substring(hash + 1));
        parts.put("userinfo", userinfo);
        return parts;
    }

    private static String scheme(String url) {
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

    private static String hostname(String host) {
        if (host.startsWith("[") && host.indexOf(']') > 0) {
            return host.substring(1, host.indexOf(']'));
        }
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    static String join(Call call) {
        String scheme = part(call, "scheme");
        String opaque = part(call, "opaque");
        String userinfo = part(call, "userinfo");
        String host = part(call, "host");
        String path = part(call, "path");
        String query = part(call, "query");
        String fragment = part(call, "fragment");
        var out = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!opaque.isEmpty()) {
            out.append(opaque);
        } else {
            if (!scheme.isEmpty() || !host.isEmpty() || !userinfo.isEmpty()) {
                out.append(host.isEmpty() && path.isEmpty() && userinfo.isEmpty() ? "" : "//");
            }
            out.append(userinfo.isEmpty() ? "" : userinfo + "@").append(host);
            out.append(!path.isEmpty() && !path.startsWith("/") && !host.isEmpty() ? "/" : "")
                    .append(path);
        }
        return out.append(query.isEmpty() ? "" : "?" + query)
                .append(fragment.isEmpty() ? "" : "#" + fragment)
                .toString();
    }

    private static String part(Call call, String name) {
        var value = call.map(0).get(name);
        if (value == null || value instanceof String) {
            return value == null ? "" : (String) value;
        }
        throw call.fail("\"" + name + "\" must be a string.");
    }
}
