package io.atmoshub.server.signin;

import java.util.Map;
import java.util.Optional;

/// One request, as far as ways in look at it. `origin` is what a browser must have in its address bar to
/// be on our pages; headers are by their name in small letters, `form` is filled for posts to `/auth/…`.
public record Visit(
        String method,
        String path,
        Map<String, String> headers,
        Map<String, String> form,
        Map<String, String> cookies,
        String address,
        String origin) {
    public Visit {
        headers = Map.copyOf(headers);
        form = Map.copyOf(form);
        cookies = Map.copyOf(cookies);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    String field(String name) {
        return form.getOrDefault(name, "");
    }

    boolean posts(String where) {
        return method.equals("POST") && path.equals(where);
    }

    public boolean secure() {
        return origin.startsWith("https:");
    }

    /// Whether the browser says that one of our own pages sent this. A browser says so in one of two ways;
    /// whoever says nothing is no browser with somebody's cookies, and not let through either.
    public boolean fromOurPages() {
        Optional<String> site = header("sec-fetch-site");
        if (site.isPresent()) {
            return site.get().equals("same-origin") || site.get().equals("none");
        }
        return header("origin").filter(origin::equals).isPresent();
    }

    /// Whether the browser says that somebody else's page sent this.
    public boolean fromElsewhere() {
        boolean saysNothing =
                header("sec-fetch-site").isEmpty() && header("origin").isEmpty();
        return !saysNothing && !fromOurPages();
    }
}
