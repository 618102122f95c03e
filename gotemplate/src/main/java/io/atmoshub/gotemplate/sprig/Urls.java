package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.text.UrlParts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Addresses as maps of their parts, and back.
final class Urls {

    private Urls() {}

    static Map<String, @Nullable Object> parse(String url) {
        var parts = UrlParts.of(url);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("scheme", parts.scheme());
        map.put("host", parts.host());
        map.put("hostname", parts.hostname());
        map.put("path", parts.path());
        map.put("query", parts.query());
        map.put("opaque", parts.opaque());
        map.put("fragment", parts.fragment());
        map.put("userinfo", parts.userinfo());
        return map;
    }

    static String join(Call call) {
        return new UrlParts(
                        part(call, "scheme"),
                        part(call, "opaque"),
                        part(call, "userinfo"),
                        part(call, "host"),
                        part(call, "path"),
                        part(call, "query"),
                        part(call, "fragment"))
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
